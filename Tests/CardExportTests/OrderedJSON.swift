import CardFormats
import CardRecord

/// A reader of JSON that keeps the order of members, and shares nothing with the one under test.
struct OrderedJSON {
    private var rest: Substring.UnicodeScalarView

    struct SyntaxError: Error {}

    /// Parses a whole text.
    static func parse(_ text: String) throws -> JSONValue {
        var parser = OrderedJSON(rest: Substring(text).unicodeScalars)
        let value = try parser.value()
        parser.skipBlanks()
        guard parser.rest.isEmpty else { throw SyntaxError() }
        return value
    }

    private mutating func value() throws -> JSONValue {
        skipBlanks()
        switch rest.first {
        case "{": return .object(try list("{", "}") { .init(name: try $0.string(), value: try $0.after(":")) })
        case "[": return .array(try list("[", "]") { try $0.value() })
        case "\"": return .string(try string())
        case "t": return try word("true", .bool(true))
        case "f": return try word("false", .bool(false))
        case "n": return try word("null", .null)
        default:
            let digits = rest.prefix { "-0123456789".unicodeScalars.contains($0) }
            guard let number = Int(String(digits)) else { throw SyntaxError() }
            rest = rest.dropFirst(digits.count)
            return .integer(number)
        }
    }

    private mutating func list<Item>(
        _ start: Unicode.Scalar, _ end: Unicode.Scalar, _ item: (inout OrderedJSON) throws -> Item
    ) throws -> [Item] {
        try take(start)
        var items: [Item] = []
        skipBlanks()
        if rest.first == end {
            try take(end)
            return items
        }
        while true {
            items.append(try item(&self))
            skipBlanks()
            if rest.first == end { break }
            try take(",")
            skipBlanks()
        }
        try take(end)
        return items
    }

    private mutating func after(_ mark: Unicode.Scalar) throws -> JSONValue {
        try take(mark)
        return try value()
    }

    private mutating func string() throws -> String {
        try take("\"")
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst(), scalar != "\"" {
            guard scalar.value >= 0x20 else { throw SyntaxError() }
            text.append(scalar == "\\" ? try escape() : scalar)
        }
        return String(text)
    }

    private mutating func escape() throws -> Unicode.Scalar {
        switch rest.popFirst() {
        case "\""?: return "\""
        case "\\"?: return "\\"
        case "/"?: return "/"
        case "n"?: return "\n"
        case "u"?:
            let digits = String(rest.prefix(4))
            rest = rest.dropFirst(4)
            guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else { throw SyntaxError() }
            return scalar
        default: throw SyntaxError()
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws -> JSONValue {
        for scalar in word.unicodeScalars { try take(scalar) }
        return value
    }

    private mutating func take(_ scalar: Unicode.Scalar) throws {
        skipBlanks()
        guard rest.popFirst() == scalar else { throw SyntaxError() }
    }

    private mutating func skipBlanks() {
        rest = rest.drop { " \n\r\t".unicodeScalars.contains($0) }
    }
}

extension JSONValue {
    /// The same without a member.
    func without(_ name: String) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { $0.name != name })
    }

    /// The same with a member changed in its place.
    func changing(_ name: String, _ change: (JSONValue) -> JSONValue) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.map { $0.name == name ? .init(name: name, value: change($0.value)) : $0 })
    }
}
