import CardRecord
import RegisterModel
import Testing
import ThaiIDCard

/// What is kept of a record, and when two say the same.
@Suite struct ObservedTextTests {
    private let photo: JSONValue = [
        "type": "image/jpeg", "width": .integer(148), "height": .integer(178), "bytes": .integer(4), "sha256": "00",
        "base64": "AAAA",
    ]

    private func canonical(_ record: JSONValue) -> String {
        String(decoding: ObservedText.canonical(record), as: UTF8.self)
    }

    @Test func howACardWasReadIsNoPartOfWhatItSays() {
        let record = Given.record()
        #expect(canonical(record) == canonical(record.replacing("read", by: ["at": "2020-01-01T00:00:00Z"])))
        #expect(canonical(record) == canonical(record.replacing("warnings", by: [["code": "x", "field": "sex"]])))
    }

    @Test func orderOfMembersIsNoPartOfWhatItSays() {
        let record = Given.record(states: ["sex": "partial", "address": "partial"])
        guard case .object(let members) = record else { return }
        let turned: JSONValue = .object(
            members.reversed().map { member in
                guard case .object(let own) = member.value, member.name != "read" else { return member }
                return .init(name: member.name, value: .object(own.reversed()))
            })
        #expect(canonical(record) == canonical(turned))
    }

    @Test func fieldsStatesAndPhotosAre() {
        let records = [
            Given.record(), Given.record(soi: "ซอยสมมติ 9"), Given.record(without: ["address"]),
            Given.record(changing: ["address": .null]), Given.record(states: ["address": "partial"]),
            Given.record(changing: ["address": .null], states: ["address": "failed"]),
            Given.record(changing: ["address": .null], states: ["address": "blank"]), Given.record(chip: .null),
            Given.record(changing: ["photo": ["sha256": "00"]]), Given.record(changing: ["photo": ["sha256": "11"]]),
            Given.record(changing: ["novelty": "1"]),
        ]
        #expect(Set(records.map(canonical)).count == records.count)
    }

    @Test func photosBytesAreNot() {
        let record = Given.record(changing: ["photo": photo])
        let (detached, base64) = ObservedText.detachingPhoto(record)
        #expect(base64 == "AAAA")
        #expect(detached["card"]?["photo"]?["base64"] == nil)
        #expect(canonical(record) == canonical(detached))
        #expect(ObservedText.attachingPhoto(base64, to: detached) == record)
    }

    @Test func recordWithoutItsPhotosBytesIsStillARecord() throws {
        let detached = ObservedText.detachingPhoto(Given.record(changing: ["photo": photo])).record
        let without = ObservedText.attachingPhoto(nil, to: detached)
        #expect(without["card"]?["photo"] == nil)
        _ = try Record(json: without)
        #expect(ObservedText.attachingPhoto("AAAA", to: Given.record()) == Given.record())
    }

    @Test func purposeKeepsItsFieldsAndWhatFindsThePerson() throws {
        let record = Given.record(
            changing: ["photo": photo, "novelty": "1"], states: ["address": "partial", "sex": "partial"], chip: .null)
        let reduced = ObservedText.reduced(record, to: [Field.nameThai.key, Field.address.key])
        guard case .object(let card)? = reduced["card"] else { return }
        #expect(Set(card.map(\.name)) == ["citizenID", "nameThai", "address", "issueDate"])
        #expect(reduced["states"] == ["address": "partial"])
        #expect(reduced["chip"] == nil)
        #expect(reduced["read"] == record["read"])
        _ = try Record(json: reduced)
        #expect(ObservedText.reduced(record, to: ["chip.laserNumber"])["chip"] == .null)
    }
}

extension JSONValue {
    fileprivate func replacing(_ name: String, by value: JSONValue) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.map { $0.name == name ? .init(name: name, value: value) : $0 })
    }
}
