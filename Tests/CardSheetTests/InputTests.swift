import CardFormats
import CardRecord
import SheetRequest
import Testing
import ThaiIDCard

@testable import CardSheet

/// What is taken from whoever asks for a sheet, and what is not.
@Suite struct InputTests {
    @Test(arguments: [
        ("สมัครงาน", "สมัครงาน"), ("  สมัคร \n งาน ", "สมัคร งาน"), ("# ใช้เพื่อ สมัครงาน เท่านั้น #", "สมัครงาน"),
        ("ใช้เพื่อสมัครงานเท่านั้น", "สมัครงาน"), ("*** สมัครงาน ***", "สมัครงาน"), ("a\u{202E}b", "a\u{FFFD}b"),
        ("# For library membership only #", "library membership"), ("Forestry, only", "Forestry,"),
    ])
    func aPurposeIsFencedOnce(_ typed: String, _ text: String) throws {
        #expect(try Purpose(typed).text == text)
        #expect(try Purpose(typed).fenced(.both) == "# ใช้เพื่อ \(text) เท่านั้น #")
        #expect(try Purpose(typed).fenced(.english) == "# For \(text) only #")
    }

    @Test(arguments: ["", "   ", "\n\t", "#", "# *", "ใช้เพื่อ เท่านั้น"])
    func nothingIsNoPurpose(_ typed: String) {
        #expect(throws: SheetError.purposeMissing) { try Purpose(typed) }
    }

    @Test func aPurposeHasALimit() throws {
        _ = try Purpose(String(repeating: "ก", count: 200))
        #expect(throws: SheetError.purposeTooLong(limit: 200)) { try Purpose(String(repeating: "ก", count: 201)) }
    }

    @Test func aTimeIsSaidInItsOwnZone() throws {
        let thai = try #require(Moment(iso: "2026-11-23T09:41:07+07:00"))
        #expect(thai.text(in: .thai) == "23 พฤศจิกายน 2569\nเวลา 09:41:07 น.")
        let other = try #require(Moment(iso: "2026-11-23T09:41:07-05:00"))
        #expect(other.text(in: .english) == "23 November 2026\n09:41:07 (UTC-05:00)")
    }

    @Test(arguments: ["", "\n \n", "1\n2\n3\n4\n5", String(repeating: "ก", count: 81)])
    func anIssuerIsAFewLines(_ text: String) { #expect(IssuerBlock(text) == nil) }

    @Test(arguments: [
        (TestRecords.member("issuer", .string(String(repeating: "ก", count: 1_000))), "issuer"),
        (TestRecords.member("address", TestRecords.address(String(repeating: "ก", count: 161))), "address"),
        (TestRecords.member("nameThai", TestRecords.name(String(repeating: "ก", count: 101), "", nil, "")), "nameThai"),
        (TestRecords.member("citizenID", "x-1000-00000-00-9"), "citizenID"),
        (TestRecords.member("birthDate", "15 April"), "birthDate"),
    ])
    func moreThanACardHoldsIsNoRecord(_ change: JSONValue.Member, _ key: String) {
        #expect(throws: SheetError.notRecord(key: key)) { try TestRecords.record([change]) }
    }

    @Test func noReaderHasSuchALongName() throws {
        _ = try TestRecords.record(reader: String(repeating: "R", count: 128))
        #expect(throws: SheetError.notRecord(key: "read.reader")) {
            try TestRecords.record(reader: String(repeating: "R", count: 129))
        }
    }

    @Test(arguments: ["1000000000009", "ref 1 0000 00000 00 9", "เลขที่ ๑-๐๐๐๐-๐๐๐๐๐-๐๐-๙", "１０００００００００００９"])
    func noPurposeRepeatsTheCitizenID(_ purpose: String) throws {
        let record = try TestRecords.record()
        let options = try TestRecords.options(purpose: purpose)
        #expect(throws: SheetError.holdsCitizenID) { try Sheet(record, options) }
    }

    @Test func nothingElseRepeatsItEither() throws {
        let record = try TestRecords.record()
        var options = try TestRecords.options()
        options.audit = try #require(AuditNumber("A-1000000000009"))
        #expect(throws: SheetError.holdsCitizenID) { try Sheet(record, options) }
        options = try TestRecords.options()
        options.issuer = IssuerBlock("ก\n1-0000-00000-00-9")
        #expect(throws: SheetError.holdsCitizenID) { try Sheet(record, options) }
    }

    @Test func aFontThatIsNotThereIsMissed() throws {
        let record = try TestRecords.record()
        var options = try TestRecords.options()
        options.font = "No Such Family"
        #expect(throws: SheetError.fontMissing("No Such Family")) { try Sheet(record, options) }
    }

    @Test func marksBeyondThaiWritingAreReplaced() {
        #expect(PrintedText.clean("น้ำ ปู่ ญี่ปุ่น กตัญญู") == "น้ำ ปู่ ญี่ปุ่น กตัญญู")
        #expect(
            Array(PrintedText.clean("ก" + String(repeating: "\u{E48}", count: 5)).unicodeScalars)
                == ["ก", "\u{E48}", "\u{E48}", "\u{E48}", "\u{FFFD}", "\u{FFFD}"])
    }
}
