import Testing
import ThaiIDCard

@testable import CardFormats
@testable import CardRecord

/// Records out of files: what is taken for one, and that nothing is lost on the way.
@Suite struct JSONRecordTests {
    @Test(arguments: Fixture.readable)
    func lineComesOutAsItWentIn(_ fixture: Fixture) throws {
        let line = try fixture.record().json.line
        let record = try JSONRecord(json: try #require(JSONValue(parsing: Array(line.utf8))))
        let out = try CardFormat.ndjson.bytes(of: record, FormatOptions()).bytes
        #expect(out == Array(line.utf8) + [UInt8(ascii: "\n")])
    }

    /// The text names every warning, so they came back too. Which of the chip's two applets a card
    /// lacks is all that a record does not tell.
    @Test(
        arguments: Fixture.readable.filter { !["chip-refused", "no-laser-number"].contains($0.name) },
        Language.allCases)
    func textOfARecordIsTheTextOfItsCard(_ fixture: Fixture, _ language: Language) throws {
        let record = try fixture.record()
        let text = try JSONRecord(json: record.json).model().text(in: language)
        #expect(text == record.text(in: language))
    }

    @Test func membersOfALaterVersionStay() throws {
        let json: JSONValue = [
            "schema": "thaiid.record/1", "new": ["deeper": [.bool(true)]], "read": Self.read,
            "card": ["newer": .integer(3)], "states": [:], "warnings": [],
        ]
        let out = try CardFormat.json.bytes(of: try JSONRecord(json: json), FormatOptions()).bytes
        #expect(String(decoding: out, as: UTF8.self) == json.line + "\n")
    }

    @Test func maskedNumberIsOneThatARecordCanHold() throws {
        let record = try JSONRecord(json: Self.json(["citizenID": "x-xxxx-xxxxx-00-9"]))
        #expect(record.citizenID == "x-xxxx-xxxxx-00-9")
        #expect(record.isMasked && record.wholeCitizenID == nil)
        #expect(throws: RecordSyntaxError(key: "citizenID")) { try IDCard(record: record.json) }
    }

    @Test(
        arguments: [
            (["citizenID": "100000000000"], "citizenID"), (["citizenID": "=1+1"], "citizenID"),
            (["citizenID": "x-xxxx-xxxxx-00-9 "], "citizenID"), (["citizenID": .integer(1)], "citizenID"),
            (["nameThai": "นาย"], "nameThai"), (["nameThai": ["title": "นาย"]], "nameThai"),
            (["birthDate": ["raw": "25330415"]], "birthDate"), (["sex": ["raw": "1", "value": [:]]], "sex"),
            (["issuer": ["a"]], "issuer"), (["photo": "…"], "photo"), (["address": .bool(true)], "address"),
        ] as [(JSONValue, String)])
    func fieldThatIsNotOfItsKindIsNamed(_ card: JSONValue, _ key: String) {
        #expect(throws: RecordSyntaxError(key: key)) { try JSONRecord(json: Self.json(card)) }
    }

    @Test(
        arguments: [
            ("schema", "thaiid.record/2", "schema"), ("read", .null, "read.at"), ("card", .null, "card"),
            ("card", [], "card"), ("chip", ["serialNumber": .integer(1)], "chip.serialNumber"),
        ] as [(String, JSONValue, String)])
    func partThatIsNotOfTheSchemaIsNamed(_ name: String, _ value: JSONValue, _ key: String) {
        let whole = Self.json([:]).changing("card") { $0 }
        let json = JSONValue.object(
            ["schema", "read", "card", "chip"].map { member in
                .init(name: member, value: member == name ? value : whole[member] ?? [:])
            })
        #expect(throws: RecordSyntaxError(key: key)) { try JSONRecord(json: json) }
    }

    static let read: JSONValue = [
        "at": "2026-11-23T09:41:07+07:00", "source": "reader", "reader": .null, "atr": "3B00",
        "exchanges": .integer(1), "milliseconds": .integer(2),
    ]

    /// A record of a card that says only this.
    static func json(_ card: JSONValue) -> JSONValue {
        ["schema": "thaiid.record/1", "read": read, "card": card, "states": [:], "warnings": []]
    }
}
