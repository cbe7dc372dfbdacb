import CardRecord
import RegisterModel
import RegisterStore
import ThaiIDCard

/// Observations of one invented person, said in a line each.
enum Given {
    static func id(_ number: Int) -> RowID {
        guard let id = RowID([UInt8](repeating: 0, count: 14) + [UInt8(number >> 8 & 255), UInt8(number & 255)]) else {
            preconditionFailure("Sixteen bytes name a row.")
        }
        return id
    }

    /// Noon in Thailand on a day.
    static func noon(_ day: String) -> Int64 {
        guard let moment = Moment(iso: day + "T12:00:00+07:00") else { preconditionFailure("\(day) is no day.") }
        return Int64(moment.secondsSince1970) * 1_000_000
    }

    static func day(_ iso: String) -> CalendarDay { ThaiDay.day(at: noon(iso)) }

    /// A record as a card gives it; `nil` leaves a field out, `states` says what else is odd of it.
    static func record(
        issued: String? = "25660601", expires: String? = "25750414", first: String = "ทดสอบ", last: String = "ตัวอย่าง",
        title: String = "นาย", birth: String? = "25330415", soi: String? = "ซอยตัวอย่าง 5",
        request: String? = "00000512345/01234567", changing fields: [String: JSONValue] = [:],
        without left: [String] = [],
        states: [String: String] = [:], chip: JSONValue? = nil
    ) -> JSONValue {
        var card: [(String, JSONValue?)] = [
            ("citizenID", "1000000000009"),
            ("nameThai", name(title, first, last)),
            ("birthDate", birth.map(date)),
            ("sex", ["raw": "1", "value": "male"]),
            ("requestNumber", request.map(JSONValue.string)),
            ("issueDate", issued.map(date)),
            ("expiryDate", expires.map { date($0, isExpiry: true) }),
            ("address", address(soi)),
        ]
        for (name, value) in fields {
            card.removeAll { $0.0 == name }
            card.append((name, value))
        }
        card.removeAll { left.contains($0.0) }
        let members: [(String, JSONValue?)] = [
            ("schema", .string(Schema.record.id)),
            ("read", read),
            ("card", object(card)), ("chip", chip),
            (
                "states",
                .object(states.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: .string($0.value)) })
            ),
            ("warnings", []),
        ]
        return object(members)
    }

    private static let read: JSONValue = [
        "at": "2026-11-23T09:41:07+07:00", "source": "reader", "reader": .null, "atr": "", "exchanges": .integer(1),
        "milliseconds": .integer(1),
    ]

    private static func object(_ members: [(String, JSONValue?)]) -> JSONValue {
        .object(members.compactMap { name, value in value.map { .init(name: name, value: $0) } })
    }

    static func name(_ title: String, _ first: String, _ last: String) -> JSONValue {
        [
            "title": .string(title), "first": .string(first), "middle": .null, "last": .string(last),
            "full": .string("\(title)\(first) \(last)"),
        ]
    }

    static func date(_ raw: String) -> JSONValue { date(raw, isExpiry: false) }

    static func date(_ raw: String, isExpiry: Bool) -> JSONValue {
        let date = isExpiry ? PartialDate(expiry: raw) : PartialDate(raw: raw)
        return [
            "raw": .string(raw), "iso": JSONValue(date.iso), "year": JSONValue(date.year),
            "month": JSONValue(date.month), "day": JSONValue(date.day),
            "precision": .string(date.precision.rawValue),
        ]
    }

    static func address(_ soi: String?) -> JSONValue {
        [
            "houseNumber": "99/1", "moo": .null, "trok": .null, "soi": JSONValue(soi), "road": .null,
            "subdistrict": "แขวงตัวอย่าง", "district": "เขตตัวอย่าง", "province": "กรุงเทพมหานคร",
            "full": .string("99/1 \(soi ?? "") แขวงตัวอย่าง เขตตัวอย่าง กรุงเทพมหานคร"),
        ]
    }

    static func observation(
        _ number: Int, _ record: JSONValue, on day: String, received: String? = nil, kind: SourceKind = .card,
        photo: RowID? = nil
    ) -> Observation {
        Observation(
            id: id(number), kind: kind, observed: noon(day), received: noon(received ?? day), record: record,
            photo: photo)
    }

    static func correction(
        _ number: Int, _ field: String, _ value: JSONValue, on day: String, ended: String? = nil
    ) -> Correction {
        Correction(
            id: id(number), field: field, value: value, reason: "ทดสอบ", officer: "clerk", at: noon(day),
            ended: ended.map(noon))
    }

    static func decision(_ observation: Int, accepts: Bool, on day: String) -> Decision {
        Decision(observation: id(observation), accepts: accepts, reason: "ทดสอบ", officer: "chief", at: noon(day))
    }
}

extension CurrentView {
    /// The first name, the lane, and so on, as a test names them.
    func card(_ field: String, _ part: String? = nil) -> String? {
        let value = record["card"]?[field]
        return part.map { value?[$0]?.string } ?? value?.string
    }
}
