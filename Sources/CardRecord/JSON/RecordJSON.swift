internal import Crypto
internal import ThaiIDCard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension Record {
    /// The record as JSON, in the shape of its schema.
    public var json: JSONValue {
        var members: [JSONValue.Member] = []
        func add(_ name: String, _ value: JSONValue) { members.append(.init(name: name, value: value)) }
        add("schema", .string(Schema.record.id))
        add("read", read.json)
        for group in Field.Group.allCases {
            let own = fields.filter { $0.group == group }
            guard group == .card || !own.isEmpty else { continue }
            let isAbsent = own.allSatisfy { card.absentApplets.contains($0.applet) }
            add(group.rawValue, isAbsent && group != .card ? .null : object(of: own))
        }
        add("states", states)
        add("warnings", .array(card.warnings.map(\.json)))
        return .object(members)
    }

    private func object(of fields: [Field]) -> JSONValue {
        .object(fields.map { .init(name: $0.name, value: state(of: $0).value.map(JSONValue.init) ?? .null) })
    }

    private var states: JSONValue {
        let reported = fields.filter { field in
            let group = fields.filter { $0.group == field.group }
            return field.group == .card || !group.allSatisfy { card.absentApplets.contains($0.applet) }
        }
        return .object(
            reported.compactMap { field in
                state(of: field).word.map { .init(name: field.key, value: .string($0)) }
            })
    }
}

extension Record.Read {
    /// The `read` member of a record.
    var json: JSONValue {
        .object(
            (id.map { [JSONValue.Member(name: "id", value: .string($0.description))] } ?? []) + [
                JSONValue.Member(name: "at", value: .string(at)),
                JSONValue.Member(name: "source", value: .string(source.rawValue)),
                JSONValue.Member(name: "reader", value: JSONValue(reader)),
                JSONValue.Member(name: "atr", value: .string(atr)),
                JSONValue.Member(name: "exchanges", value: .integer(exchanges)),
                JSONValue.Member(name: "milliseconds", value: .integer(milliseconds)),
            ])
    }
}

extension FieldState {
    /// The record's word for a state; none for a plain value.
    var word: String? {
        switch self {
        case .value, .notRead: nil
        case .blank: "blank"
        case .partial: "partial"
        case .failed(.notRecorded): "notRecorded"
        case .failed: "failed"
        }
    }
}

extension JSONValue {
    /// A field's value in the record's shape for its kind.
    init(_ value: FieldValue) {
        switch value {
        case .text(let text): self = .string(text)
        case .citizenID(let citizenID): self = .string(citizenID.digits)
        case .maskedCitizenID(let masked): self = .string(masked.description)
        case .name(let name):
            self = [
                "title": JSONValue(name.title), "first": JSONValue(name.first), "middle": JSONValue(name.middle),
                "last": JSONValue(name.last), "full": .string(name.full),
            ]
        case .date(let date):
            self = [
                "raw": .string(date.raw), "iso": JSONValue(date.iso), "year": JSONValue(date.year),
                "month": JSONValue(date.month), "day": JSONValue(date.day),
                "precision": .string(date.precision.rawValue),
            ]
        case .sex(let sex): self = ["raw": .string(sex.raw), "value": .string(sex.value.rawValue)]
        case .address(let address):
            let slots = Address.Slot.allCases.map { Member(name: $0.rawValue, value: JSONValue(address[$0])) }
            self = .object(slots + [Member(name: "full", value: .string(address.full))])
        case .photo(let photo):
            let data = Data(photo.jpeg)
            let digest = SHA256.hash(data: data).map { byte in
                let hex = String(byte, radix: 16)
                return hex.count == 1 ? "0" + hex : hex
            }
            self = [
                "type": "image/jpeg", "width": JSONValue(photo.header?.width),
                "height": JSONValue(photo.header?.height),
                "bytes": .integer(photo.jpeg.count), "sha256": .string(digest.joined()),
                "base64": .string(data.base64EncodedString()),
            ]
        }
    }
}
