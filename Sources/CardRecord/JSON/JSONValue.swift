internal import ThaiIDCard

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

extension JSONValue {
    /// Parses JSON text as RFC 8259 has it, and nothing more lenient; `nil` where it is none.
    ///
    /// Members keep their order. A name that stands twice in one object is refused, since programs
    /// differ in which of the two they believe, and so is what is nested deeper than any record.
    /// Numbers that are not whole, or beyond 64 bits, are kept as they are written: no record of this
    /// version holds any.
    public init?(parsing utf8: [UInt8]) {
        var parser = JSONParser(utf8)
        guard let value = parser.text() else { return nil }
        self = value
    }

    /// Parses JSON text that somebody hands in: UTF-8, or what an old system writes in its place.
    public init?(input bytes: [UInt8]) {
        if let value = JSONValue(parsing: bytes) {
            self = value
        } else if !InputText.isUTF8(bytes), let text = InputText.utf8(bytes), let value = JSONValue(parsing: text) {
            self = value
        } else {
            return nil
        }
    }
}

extension JSONValue {
    /// An object of those members that are there, in order; `nil` where none is.
    package static func present(_ members: (String, JSONValue?)...) -> JSONValue? {
        let present = members.compactMap { name, value in value.map { Member(name: name, value: $0) } }
        return present.isEmpty ? nil : .object(present)
    }

    /// A list of those values that are there; `nil` where none is.
    package static func present(_ values: [JSONValue?]) -> JSONValue? {
        let present = values.compactMap { $0 }
        return present.isEmpty ? nil : .array(present)
    }
}

extension JSONValue {
    /// An object with more members at its end.
    package func adding(_ more: [Member]) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members + more)
    }
}

extension JSONValue {
    /// The text or the whole number that it is, as text; `nil` for all else.
    package var scalarText: String? {
        switch self {
        case .string(let text): text
        case .integer, .number: integer.map { String($0) }
        case .null, .bool, .array, .object: nil
        }
    }

    /// The text or number that it is, safe to show.
    var safeText: String? { scalarText.map(SafeText.clean) }

    /// Whether it is a text, a number or `null`.
    var isScalarOrNull: Bool {
        switch self {
        case .string, .integer, .number, .null: true
        case .bool, .array, .object: false
        }
    }
}
