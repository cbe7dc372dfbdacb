import Testing
import ThaiIDCard

@testable import CardFormats
@testable import CardRecord

/// Tables: rows and cells to the byte.
@Suite struct TableFormatTests {
    private func options(_ columns: [String], _ encoding: TextEncoding = .utf8) -> FormatOptions {
        var options = FormatOptions()
        options.columns = columns.compactMap(Column.named)
        options.encoding = encoding
        return options
    }

    /// The first row and that of a card that says only this.
    private func table(
        _ format: CardFormat, _ card: JSONValue, _ options: FormatOptions
    ) throws -> (head: [UInt8], row: FormattedRecord) {
        let record = try JSONRecord(json: JSONRecordTests.json(card))
        return (try format.head(options), try format.bytes(of: record, options))
    }

    @Test func rowsAreQuotedAndEndInCRLF() throws {
        let name: JSONValue = ["title": .null, "first": "Tho\"tsop", "middle": "", "last": "a,b", "full": "x;y"]
        let card: JSONValue = ["citizenID": "0000000000001", "nameEnglish": name]
        let columns = ["citizenID", "nameEnglish.title", "nameEnglish.first", "nameEnglish.last", "nameEnglish.full"]
        let csv = try table(.csv, card, options(columns))
        #expect(csv.head == [0xEF, 0xBB, 0xBF] + Array("\"\(columns.joined(separator: "\",\""))\"\r\n".utf8))
        #expect(csv.row.bytes == Array("\"0000000000001\",\"\",\"Tho\"\"tsop\",\"a,b\",\"x;y\"\r\n".utf8))
        let tsv = try table(.tsv, card, options(columns))
        #expect(tsv.row.bytes == Array("\"0000000000001\"\t\"\"\t\"Tho\"\"tsop\"\t\"a,b\"\t\"x;y\"\r\n".utf8))
    }

    @Test func columnsComeInTheOrderInWhichTheyWereChosen() throws {
        let card: JSONValue = ["citizenID": "0000000000001", "issuer": "ก", "issuerCode": "2"]
        let row = try table(.csv, card, options(["issuerCode", "read.at", "citizenID", "issuer", "citizenID"])).row
        #expect(
            String(decoding: row.bytes, as: UTF8.self)
                == "\"2\",\"2026-11-23T09:41:07+07:00\",\"0000000000001\",\"ก\",\"0000000000001\"\r\n")
    }

    /// A cell that is empty because the card failed is told apart from one that the card leaves blank.
    @Test func whatIsNoPlainValueIsSaid() throws {
        let fixture = try #require(Fixture.all.first { $0.name == "chip-refused" })
        let row = try CardFormat.csv.bytes(
            of: JSONRecord(try fixture.record()), options(["chip.laserNumber", "states", "warnings"]))
        #expect(
            String(decoding: row.bytes, as: UTF8.self)
                == "\"\",\"chip.laserNumber:failed chip.serialNumber:blank\",\"field.failed:chip.laserNumber\"\r\n")
    }

    @Test(
        arguments: [
            ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("  =1+1", "'  =1+1"),
            ("-", "-"), (" - ", " - "), ("\u{2212}", "\u{2212}"), ("a;-", "a;-"), ("-;-1", "-;'-1"),
            ("-\"=1", "'-\"\"=1"),
            ("\"=1\"", "'\"\"=1\"\""), ("＝1", "'＝1"), ("\u{2212}1", "'\u{2212}1"), ("\t=1", "\u{FFFD}=1"),
            ("\r=1", "\u{FFFD}=1"), ("\0=1", "\u{FFFD}=1"), ("a\nb", "a\u{FFFD}b"), ("1+1", "1+1"), ("ก=1", "ก=1"),
            ("\u{1B}]0;x\u{07}", "\u{FFFD}]0;x\u{FFFD}"), ("\u{202E}x", "\u{FFFD}x"), ("99/1", "99/1"), ("", ""),
            ("é“", "é“"), ("(1)", "(1)"), ("a;=1+1", "a;'=1+1"), ("a, -1", "a,' -1"), ("ก|@x", "ก|'@x"),
            ("a;b,c", "a;b,c"), ("=;=", "'=;'="),
            ("a;\"=1", "a;'\"\"=1"), ("a;-b-c", "a;'-b-c"), ("\u{FEFF}=1", "'\u{FEFF}=1"),
            ("'=1", "'=1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠1", "'＠1"), ("\u{A0}=1", "'\u{A0}=1"),
            // What looks plain at its beginning.
            ("a|=1", "a|'=1"), ("1\u{85}=1", "1\u{FFFD}=1"), ("ก\u{61C}x", "ก\u{FFFD}x"), ("ก\u{202E}x", "ก\u{FFFD}x"),
            ("ก\u{7F}", "ก\u{FFFD}"), ("ก\u{1B}", "ก\u{FFFD}"),
        ])
    func cellIsNeverAFormula(_ text: String, _ cell: String) throws {
        for (format, separator) in [(CardFormat.csv, ","), (.tsv, "\t")] {
            let row = try table(format, ["issuer": .string(text)], options(["issuer", "issuer"])).row
            #expect(Array(row.bytes) == Array("\"\(cell)\"\(separator)\"\(cell)\"\r\n".utf8))
        }
    }

    @Test func oldEncodingSaysWhatItLacks() throws {
        let card: JSONValue = ["issuer": "ทดสอบ\u{FFFD}é", "issuerCode": "“ก”"]
        let all = try table(.csv, card, options(["issuer", "issuerCode"], .tis620))
        #expect(all.head == Array("\"issuer\",\"issuerCode\"\r\n".utf8))
        let thai: [UInt8] = [0xB7, 0xB4, 0xCA, 0xCD, 0xBA]
        #expect(
            all.row.bytes == Array("\"".utf8) + thai + Array("??\",\"".utf8) + [0x93, 0xA1, 0x94] + Array("\"\r\n".utf8)
        )
        #expect(all.row.notes == [.lostInEncoding])
        #expect(try table(.csv, card, options(["issuerCode"], .tis620)).row.notes == [])
    }

    @Test func cardIsAskedForWhatTheColumnsShow() {
        let keys = CardFormat.csv.fields(options(["birthDate.iso", "read.at", "chip.laserNumber"]))?.map(\.key)
        #expect(keys == ["birthDate", "chip.laserNumber"])
        #expect(CardFormat.csv.fields(FormatOptions()) == nil)
        #expect(CardFormat.photo.fields(FormatOptions())?.map(\.key) == ["photo"])
    }
}
