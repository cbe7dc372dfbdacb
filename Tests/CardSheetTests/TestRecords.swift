import CardFormats
import CardRecord
import SheetRequest
import ThaiIDCard

@testable import CardSheet

/// Records of people who do not exist, as the drawing program gets them.
enum TestRecords {
    /// A record with these members of `card` in the place of the usual ones.
    static func record(
        _ card: [JSONValue.Member] = [], source: String = "reader", states: JSONValue = [:], at: String = readAt,
        reader: String = "Virtual PCD 00 00", warnings: [String] = []
    ) throws -> SheetRecord {
        try SheetRecord(
            json(card, source: source, states: states, at: at, reader: reader, warnings: warnings))
    }

    static func json(
        _ changes: [JSONValue.Member] = [], source: String = "reader", states: JSONValue = [:], at: String = readAt,
        reader: String = "Virtual PCD 00 00", warnings: [String] = []
    ) -> JSONValue {
        let changed = Set(changes.map(\.name))
        return [
            "schema": "thaiid.record/1",
            "read": [
                "at": .string(at), "source": .string(source), "reader": .string(reader), "atr": "3B00",
                "exchanges": .integer(46), "milliseconds": .integer(812),
            ],
            "card": .object(usual.filter { !changed.contains($0.name) } + changes), "states": states,
            "warnings": .array(warnings.map { ["code": .string($0)] }),
        ]
    }

    static let readAt = "2026-11-23T09:41:07+07:00"

    static func member(_ name: String, _ value: JSONValue) -> JSONValue.Member { .init(name: name, value: value) }

    static func date(_ raw: String) -> JSONValue { ["raw": .string(raw)] }

    static func name(_ title: String, _ first: String, _ middle: String?, _ last: String) -> JSONValue {
        ["title": .string(title), "first": .string(first), "middle": JSONValue(middle), "last": .string(last)]
    }

    /// An address in one part, of any text.
    static func address(_ text: String) -> JSONValue { ["houseNumber": .string(text)] }

    private static let usual: [JSONValue.Member] = [
        member("citizenID", "1000000000009"), member("nameThai", name("นาย", "ทดสอบ", nil, "ตัวอย่าง")),
        member("nameEnglish", name("Mr.", "Thotsop", nil, "Tuayang")), member("birthDate", date("25330415")),
        member("sex", ["raw": "1"]), member("requestNumber", "00000512345/01234567"),
        member("issuer", "ท้องถิ่นตัวอย่าง/จังหวัดตัวอย่าง"), member("issuerCode", "3000000000005"),
        member("issueDate", date("25660601")), member("expiryDate", date("25750414")),
        member("address", address("99/1 ซอยตัวอย่าง 5 ถนนตัวอย่าง แขวงตัวอย่าง เขตตัวอย่าง กรุงเทพมหานคร")),
        member("photo", .null),
    ]

    /// Options as most sheets have them.
    static func options(
        purpose: String = "สมัครสมาชิกห้องสมุด", paper: Paper = .a4, language: SheetLanguage = .thai
    ) throws -> SheetOptions {
        guard let audit = AuditNumber("TEST-0001"), let at = Moment(iso: "2026-11-23T09:42:30+07:00") else {
            throw Malformed()
        }
        var options = SheetOptions(purpose: try Purpose(purpose), audit: audit, at: at)
        options.paper = paper
        options.language = language
        return options
    }

    struct Malformed: Error {}
}
