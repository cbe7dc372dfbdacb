internal import CardRecord
public import ThaiIDCard

/// A column of a table: one place in the record, by the path that scripts use for it.
public struct Column: Hashable, Sendable {
    /// The path, as in `nameThai.first`, `chip.laserNumber` or `read.at`.
    public let name: String
    /// Key of the card's field that it shows; `nil` for what belongs to no field.
    let field: String?
    /// The field, where it is one of dates.
    let date: Field.Handle<PartialDate>?

    /// Where the object lies that holds the value, and the value's name in it.
    let parent: [String]
    let member: String

    /// Every column there is, in the order of the record.
    public static let all = read + Field.all.flatMap { columns(of: $0, $0.kind.members) } + remarks

    /// The columns of a table of these fields when nobody chooses: what a person would look for.
    ///
    /// Without the photo, which no cell shows; with what was odd, so that a cell that is empty
    /// because the card failed does not pass for one that the card leaves blank.
    public static func usual(for fields: [Field]) -> [Column] {
        let shown = fields.filter { $0.kind != .photo }
        return [Column("read.at")] + shown.flatMap { columns(of: $0, $0.kind.usualMembers) } + remarks
    }

    /// The columns of a table of records when nobody chooses.
    public static let usual = usual(for: Field.all.filter { $0.group == .card && $0.sensitivity != .guarded })

    /// Finds a column by its name.
    public static func named(_ name: String) -> Column? { byName[name] }

    private static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

    private static let read = ["id", "at", "source", "reader", "atr", "exchanges", "milliseconds"].map {
        Column("read.\($0)")
    }

    /// The lists of the record, each in one cell: `birthDate:partial`, `text.control:address`.
    private static let remarks = [Column("states"), Column("warnings")]

    private static func columns(of field: Field, _ members: [String]) -> [Column] {
        let group = [field.group.rawValue]
        guard !members.isEmpty else {
            return [Column(field.key, field, parent: group, member: field.name)]
        }
        let parent = group + [field.name]
        return members.map { member in
            Column("\(field.key).\(member)", field, parent: parent, member: member)
        }
    }

    private init(_ name: String, _ field: Field?, parent: [String], member: String) {
        self.name = name
        self.field = field?.key
        date = field?.dateHandle
        self.parent = parent
        self.member = member
    }

    /// A column of no field.
    private init(_ name: String) {
        let path = name.split(separator: ".").map(String.init)
        self.init(name, nil, parent: path.dropLast(), member: path.last ?? name)
    }
}

extension FieldValue.Kind {
    /// The members that a table shows when nobody chooses.
    fileprivate var usualMembers: [String] {
        switch self {
        case .date: ["iso", "precision", "raw"]
        case .sex: ["value"]
        default: members
        }
    }
}
