/// A JSON value whose objects keep the order of their members.
///
/// The record's order is part of how people read it, and `null` differs from a member that is not
/// there; neither survives the standard encoder.
public enum JSONValue: Hashable, Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A whole number.
    case integer(Int)
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
        var members = MemberCursor(self)
        return members.value(name)
    }

    /// The text, where it is one.
    public var string: String? { if case .string(let text) = self { text } else { nil } }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral {
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(members.map { Member(name: $0.0, value: $0.1) })
    }
    public init(arrayLiteral values: JSONValue...) { self = .array(values) }
    public init(stringLiteral text: String) { self = .string(text) }
}

// MARK: - Writing

extension JSONValue {
    /// The value as one line of JSON text (RFC 8259), without a line end.
    ///
    /// Control characters and the marks that reorder text on screen are written as escapes, so
    /// that the line is safe on a terminal whatever the card says.
    public var line: String {
        var utf8: [UInt8] = []
        write(to: &utf8)
        return String(decoding: utf8, as: UTF8.self)
    }

    private func write(to utf8: inout [UInt8]) {
        switch self {
        case .null: utf8 += "null".utf8
        case .bool(let value): utf8 += (value ? "true" : "false").utf8
        case .integer(let number): utf8 += String(number).utf8
        case .string(let text): Self.write(text, to: &utf8)
        case .array(let values):
            utf8.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { utf8.append(UInt8(ascii: ",")) }
                value.write(to: &utf8)
            }
            utf8.append(UInt8(ascii: "]"))
        case .object(let members):
            utf8.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { utf8.append(UInt8(ascii: ",")) }
                Self.write(member.name, to: &utf8)
                utf8.append(UInt8(ascii: ":"))
                member.value.write(to: &utf8)
            }
            utf8.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to utf8: inout [UInt8]) {
        utf8.append(UInt8(ascii: "\""))
        guard text.utf8.contains(where: mayNeedEscape) else {
            utf8 += text.utf8
            utf8.append(UInt8(ascii: "\""))
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": utf8 += "\\\"".utf8
            case "\\": utf8 += "\\\\".utf8
            case _ where SafeText.isUnsafe(scalar):
                let hex = String(scalar.value, radix: 16)
                utf8 += ("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8
            default: utf8 += String(scalar).utf8
            }
        }
        utf8.append(UInt8(ascii: "\""))
    }

    /// Whether a byte can belong to a character that is written as an escape: all of them are
    /// ASCII or begin with one of three bytes, which no Thai letter does.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2
    }
}
