import Testing
import ThaiIDCard

@testable import CardFormats
@testable import CardRecord

/// Lines of a vCard: short, whole characters, and nothing of the document's numbers.
@Suite struct VCardFormatTests {
    @Test(arguments: Fixture.readable)
    func linesAreFoldedBetweenCharacters(_ fixture: Fixture) throws {
        let bytes = try CardFormat.vcard.bytes(of: JSONRecord(try fixture.record()), FormatOptions()).bytes
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        #expect(bytes.last == UInt8(ascii: "\n"))
        for line in lines {
            #expect(line.last == UInt8(ascii: "\r") && line.count <= 76)
            #expect(String(validating: line, as: UTF8.self) != nil)
        }
    }

    @Test(arguments: Fixture.readable)
    func numbersStayAtHome(_ fixture: Fixture) throws {
        let record = try fixture.record()
        let text = String(
            decoding: try CardFormat.vcard.bytes(of: JSONRecord(record), FormatOptions()).bytes, as: UTF8.self)
        let unfolded = text.replacing("\r\n ", with: "").split(separator: "PHOTO").first ?? ""
        for number in [
            record.card.citizenID.value?.digits, record.card.requestNumber.value, record.card.issuerCode.value,
        ] {
            if let number { #expect(!unfolded.contains(number)) }
        }
    }

    /// As many bytes as fit, whether all of them are characters or not.
    @Test(arguments: [
        (String(repeating: "x", count: 75), [75]), (String(repeating: "x", count: 76), [75, 2]),
        (String(repeating: "x", count: 149), [75, 75]), (String(repeating: "x", count: 150), [75, 75, 2]),
        (String(repeating: "ก", count: 25), [75]), (String(repeating: "ก", count: 26), [75, 4]),
        (String(repeating: "กิ", count: 26), [72, 73, 13]), ("", [0]),
    ])
    func linesAreAsLongAsTheyMayBe(_ line: String, _ lengths: [Int]) {
        let lines = VCardLine.folded(line).utf8.split(separator: UInt8(ascii: "\n"))
        #expect(lines.map { $0.count - 1 } == lengths)
    }

    @Test(arguments: [("a,b;c\\d", "a\\,b\\;c\\\\d"), ("กา", "กา"), ("", "")])
    func valueIsEscaped(_ text: String, _ escaped: String) {
        #expect(VCardLine.escaped(text) == escaped)
    }

    @Test func nobodyIsNoContact() throws {
        let record = try JSONRecord(json: JSONRecordTests.json(["citizenID": "0000000000001", "nameThai": .null]))
        #expect(throws: FormatError.lacks(field: "nameThai")) {
            try CardFormat.vcard.bytes(of: record, FormatOptions())
        }
    }
}
