internal import CardRecord

/// What acts answer, in the shape of their schema.
enum Answer {
    /// An answer to an act.
    static func of(_ act: String, _ members: [(String, JSONValue)]) -> JSONValue {
        .object(
            [.init(.register), .init(name: "act", value: .string(act))]
                + members.map { .init(name: $0.0, value: $0.1) })
    }
}
