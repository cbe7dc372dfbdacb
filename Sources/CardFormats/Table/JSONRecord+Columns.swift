internal import CardRecord

extension JSONRecord {
    /// Walks what the record has in some columns; `nil` where it has nothing. Columns of one object
    /// stand side by side, so that it is looked up once.
    func forEachValue(in columns: [Column], _ body: (JSONValue?) -> Void) {
        var path: [String] = []
        var members = MemberCursor(json)
        for column in columns {
            if column.parent != path {
                path = column.parent
                members = MemberCursor(path.reduce(json) { $0?[$1] })
            }
            body(members.value(column.member))
        }
    }
}

extension JSONValue {
    /// What a cell shows of it: a text or number as it is; of `states` and `warnings` the words.
    var cellText: String? {
        switch self {
        case .object(let members):
            members.compactMap { member in member.value.string.map { "\(member.name):\($0)" } }.joined(separator: " ")
        case .array(let values):
            values.compactMap { value in
                value["code"]?.string.map { "\($0):\(value["field"]?.string ?? "")" }
            }.joined(separator: " ")
        default: scalarText
        }
    }
}
