import CardFormats
import CardRecord
import Testing
import ThaiIDCard

@testable import RecordFiles

/// Names of files hold what the template asks for, and never lead out of their folder.
@Suite struct FileNameTemplateTests {
    private func record(_ citizenID: String = "1000000000009", at: String = "2026-11-23T09:41:07+07:00") throws
        -> JSONRecord
    {
        try JSONRecord(json: [
            "schema": "thaiid.record/1", "card": ["citizenID": .string(citizenID)],
            "read": [
                "at": .string(at), "source": "reader", "reader": .null, "atr": "3B00", "exchanges": .integer(1),
                "milliseconds": .integer(1),
            ],
        ])
    }

    @Test(
        arguments: [
            ("record-{number}", "record-000007"), ("{citizenID}-{date}", "1000000000009-2026-11-23"),
            ("{date}T{time}_{number}", "2026-11-23T094107_000007"), ("a.b-c_d", "a.b-c_d"),
        ])
    func nameHoldsWhatIsAskedFor(_ template: String, _ name: String) throws {
        #expect(try #require(FileNameTemplate(template)).name(of: try record(), number: 7) == name)
    }

    @Test func usualNameSaysNothingOfTheHolder() throws {
        #expect(FileNameTemplate.usual.name(of: try record(), number: 1_234_567) == "record-1234567")
        #expect(FileNameTemplate(FileNameTemplate.usual.text) == .usual)
    }

    @Test(
        arguments: [
            "", ".", "..", "../x", "a/b", "/etc/x", "a..b", ".hidden", "-rf", "a b", "ก", "a\0b", "a\n", "{", "{}", "}",
            "{number", "{nameThai}", "{Number}", "{{number}}", "a:b", "a\\b", "~x", "a%2Fb",
            String(repeating: "x", count: 101),
        ])
    func templateThatIsNoNameIsRefused(_ template: String) {
        #expect(FileNameTemplate(template) == nil)
    }

    @Test(arguments: ["../../../x", "2026/11/23T", "", "/", "2026-11-23T../../x", "....-..-..T..:..:..", "+026-11-23"])
    func timeThatIsNoneMakesNoName(_ time: String) throws {
        let names = try ["{date}", "{time}", "x{date}x"].map { template in
            try #require(FileNameTemplate(template)).name(of: try record(at: time), number: 1)
        }
        #expect(names.allSatisfy { $0.map { !$0.contains("/") && !$0.contains("..") } ?? true }, "\(names)")
    }

    @Test(arguments: [
        "2026-11-23T........", "2026-11-23T......-..", "2026-11-23T-rf", "2026-11-23T._-._-._", "2026-11-23Tsecrets",
        "2026-11-23", "2026-11-23T24:00:00+07:00", "2026-11-23T09:60:07+07:00", "2026-11-23T0941+07:00",
        "2026-02-30T09:41:07+07:00", "2026-11-23T๐๙:๔๑:๐๗+07:00",
    ])
    func timeThatNoClockShowsIsNone(_ time: String) throws {
        let template = try #require(FileNameTemplate("{time}"))
        #expect(template.name(of: try record(at: time), number: 1) == nil)
    }

    @Test(arguments: ["2026-11-23T09:41:07.123+07:00", "2026-11-23T09:41:07Z", "2026-11-23T09:41:07-05:00"])
    func timeOfAnotherPlaceIsATime(_ time: String) throws {
        let template = try #require(FileNameTemplate("{date}T{time}"))
        #expect(template.name(of: try record(at: time), number: 1) == "2026-11-23T094107")
    }

    @Test func maskedNumberStaysMasked() throws {
        let template = try #require(FileNameTemplate("{citizenID}"))
        #expect(template.name(of: try record("x-xxxx-xxxxx-00-9"), number: 1) == "x-xxxx-xxxxx-00-9")
    }

    @Test func templateWithTheNumberNeverGivesANameTwice() {
        #expect(FileNameTemplate("{date}-{number}")?.isUnique == true)
        #expect(FileNameTemplate("{citizenID}")?.isUnique == false)
    }
}
