/// A JSON value whose objects keep the order of their members.
///
/// The record's order is part of how people read it, and `null` differs from a member that is not
/// there; neither survives the standard encoder.
public enum JSONValue: Hashable, Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A whole number of 64 bits, written with digits alone.
    case integer(Int)
    /// Any other number, as it is written: with a fraction or an exponent, or vast.
    case number(String)
    /// A text.
    case string(String)
    /// A list.
    case array([JSONValue])
    /// Members in order. A name stands once.
    case object([Member])

    /// A name and its value.
    public struct Member: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The value.
        public let value: JSONValue

        /// Names a value.
        public init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// A text, or `null`.
    public init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }

    /// A whole number, or `null`.
    public init(_ number: Int?) { self = number.map(JSONValue.integer) ?? .null }

    /// The value of an object's member.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        // By index: a closure would be handed a copy of each.
        for index in members.indices where members[index].name == name { return members[index].value }
        return nil
    }

    /// The text, where it is one.
    public var string: String? { if case .string(let text) = self { text } else { nil } }

    /// The whole number, where it is one however it is written.
    package var integer: Int? {
        switch self {
        case .integer(let number): number
        case .number(let text): Double(text).flatMap { Int(exactly: $0) }
        case .null, .bool, .string, .array, .object: nil
        }
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral {
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(members.map { Member(name: $0.0, value: $0.1) })
    }
    public init(arrayLiteral values: JSONValue...) { self = .array(values) }
    public init(stringLiteral text: String) { self = .string(text) }
}
