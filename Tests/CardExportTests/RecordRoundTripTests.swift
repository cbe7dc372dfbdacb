import CardTrace
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

@testable import CardFormats
@testable import CardRecord

/// A card comes back out of its record, and a record out of that card.
@Suite struct RecordRoundTripTests {
    /// What these cards hold has no place in a record, or none on a card.
    private static let lossy: Set<String> = [
        "cp874-bytes", "control-bytes",  // U+FFFD has no byte.
        "no-hash-name", "three-slots", "five-slots", "five-part-address",  // A record has four and eight parts.
        "chip-refused",  // A failure is not a value.
    ]

    @Test(arguments: Fixture.readable)
    func recordComesBackOutOfItsCard(_ fixture: Fixture) throws {
        let json = try fixture.record().json
        let card = try IDCard(record: json)
        let again = Record(read: try fixture.record().read, card: card, fields: Fixture.fields).json
        let kept = json.without("warnings")
        #expect(Array(again.without("warnings").line.utf8) == Array(kept.line.utf8))
    }

    @Test(arguments: Fixture.readable.filter { !lossy.contains($0.name) })
    func cardComesBackThroughItsBytes(_ fixture: Fixture) throws {
        let card = try IDCard(record: try fixture.record().json)
        let again = IDCard(try card.image(), fields: Fixture.fields)
        #expect(again.absentApplets == card.absentApplets)
        for field in Fixture.fields { #expect(field.state(in: again) == field.state(in: card), "\(field.key)") }
    }

    @Test(arguments: Fixture.readable)
    func recordIsReadOffACardMadeOfIt(_ fixture: Fixture) throws {
        let json = try fixture.record().json
        guard let image = try? IDCard(record: json).image() else {
            #expect(["cp874-bytes", "control-bytes", "chip-refused"].contains(fixture.name))
            return
        }
        let reading = try CardReader.read(ReadRequest(Fixture.fields), over: VirtualCard(image))
        guard !Self.lossy.contains(fixture.name) else { return }
        let record = Record(read: try fixture.record().read, card: reading.card, fields: Fixture.fields).json
        #expect(record["card"] == json["card"] && record["chip"] == json["chip"] && record["health"] == json["health"])
        #expect(record["states"] == json["states"])
    }

    @Test func whatFailedDoesNotComeBackAsBlank() throws {
        let fixture = try #require(Fixture.all.first { $0.name == "chip-refused" })
        let json = try fixture.record().json
        #expect(json["states"]?["chip.laserNumber"] == "failed")
        let card = try IDCard(record: json)
        #expect(card.chip.laserNumber == .failed(.noAnswer))
        let refusal = #expect(throws: EncodingError.self) { try card.image() }
        #expect(refusal?.field == "chip.laserNumber")
        let again = Record(read: try fixture.record().read, card: card, fields: Fixture.fields).json
        #expect(again["states"] == json["states"])
    }

    @Test func whatWasNotReadStaysUnread() throws {
        let record = try Fixture.readable[0].record()
        let some = Record(read: record.read, card: record.card, fields: Array(Fixture.fields.prefix(3)))
        let card = try IDCard(record: some.json)
        #expect(card.citizenID == record.card.citizenID)
        #expect(card.birthDate == .notRead && card.photo == .notRead)
        #expect(card.chip == IDCard().chip && card.health == IDCard().health)
    }

    @Test(
        arguments: [
            ("schema", "thaiid.record/2", "schema"), ("schema", .null, "schema"), ("card", .null, "card"),
            ("card", [:], ""), ("card", ["citizenID": "x-xxxx-xxxxx-00-9"], "citizenID"),
            ("card", ["citizenID": .integer(1_000_000_000_009)], "citizenID"), ("card", ["sex": "1"], "sex"),
            ("card", ["nameThai": ["title": "นาย"]], "nameThai"),
            ("card", ["birthDate": ["iso": "1990-04-15"]], "birthDate"),
            ("card", ["photo": ["base64": "&"]], "photo"), ("card", ["address": "99/1"], "address"),
            ("chip", ["laserNumber": .bool(true)], "chip.laserNumber"),
            ("health", ["issueDate": "25660101"], "health.issueDate"),
        ] as [(String, JSONValue, String)])
    func whatIsNoRecordIsRefusedByItsKey(_ name: String, _ value: JSONValue, _ key: String) throws {
        let whole: JSONValue = ["schema": "thaiid.record/1", "card": [:], "chip": [:], "health": [:]]
        let json = whole.changing(name) { _ in value }
        if key.isEmpty {
            #expect(throws: Never.self) { try IDCard(record: json) }
        } else {
            #expect(throws: RecordSyntaxError(key: key)) { try IDCard(record: json) }
        }
    }

    @Test(arguments: [JSONValue.null, "thaiid.record/1", [], .integer(1), [:]])
    func otherJSONIsNoRecord(_ json: JSONValue) {
        #expect(throws: RecordSyntaxError(key: "schema")) { try IDCard(record: json) }
    }
}
