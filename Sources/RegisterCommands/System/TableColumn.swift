import CardRecord
import ThaiIDCard

/// What a column of a table holds of a record: when it was read, the read's name, or a field or a part of one.
struct TableColumn {
    enum Target {
        case readAt
        case readID
        case field(Field, part: String?)
    }

    let target: Target
    /// Where the column stands.
    let place: Int

    /// Every name that there is, as `--map` and the heads of thaiid's own tables have it.
    private static let targets: [String: Target] = {
        var all: [String: Target] = ["read.at": .readAt, "read.id": .readID]
        for field in Field.all where field.kind != .photo {
            for part in parts(of: field) { all["\(field.key).\(part)"] = .field(field, part: part) }
            if ![.name, .address].contains(field.kind) { all[field.key] = .field(field, part: nil) }
        }
        return all
    }()

    /// - Parameter name: `citizenID`, `nameThai.first`, `birthDate`, `read.at` …
    static func target(_ name: String) -> Target? { targets[name] }

    /// The parts by which a field is known whole; what is made of them is passed over.
    private static func parts(of field: Field) -> [String] {
        switch field.kind {
        case .name: ["title", "first", "middle", "last"]
        case .date: ["raw"]
        case .sex: ["value"]
        case .address: Address.Slot.allCases.map(\.rawValue)
        default: []
        }
    }
}
