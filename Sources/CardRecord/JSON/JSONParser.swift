/// Reads JSON text (RFC 8259) byte by byte; every rule gives `nil` where the text breaks it.
///
/// Records come by the hundred thousand: strings without escapes, which is nearly all of them, are
/// cut out of the text as they stand.
struct JSONParser {
    /// How deep lists and objects may lie within one another.
    private static let deepest = 64

    private static let comma = UInt8(ascii: ",")

    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0
    /// Whether nothing so far would be written otherwise than it was read, but for strings.
    private(set) var isTight = true

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// One value, and nothing but blanks around it.
    mutating func text() -> JSONValue? {
        // Once for all: what lies between two quotation marks of valid text is valid.
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        let value = value()
        skipBlanks()
        return index == bytes.count ? value : nil
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func value() -> JSONValue? {
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): return nested { parser in parser.members().map(JSONValue.object) }
        case UInt8(ascii: "["): return nested { parser in parser.values().map(JSONValue.array) }
        case UInt8(ascii: "\""): return string().map(JSONValue.string)
        case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
        case UInt8(ascii: "f"): return take("false") ? .bool(false) : nil
        case UInt8(ascii: "n"): return take("null") ? .null : nil
        default: return number()
        }
    }

    private mutating func nested(_ body: (inout JSONParser) -> JSONValue?) -> JSONValue? {
        guard depth < Self.deepest else { return nil }
        depth += 1
        index += 1
        defer { depth -= 1 }
        return body(&self)
    }

    private mutating func values() -> [JSONValue]? {
        var values: [JSONValue] = []
        if isEnd(of: UInt8(ascii: "]")) { return values }
        repeat {
            guard let value = value() else { return nil }
            values.append(value)
            skipBlanks()
        } while take(Self.comma)
        return take(UInt8(ascii: "]")) ? values : nil
    }

    private mutating func members() -> [JSONValue.Member]? {
        var members: [JSONValue.Member] = []
        if isEnd(of: UInt8(ascii: "}")) { return members }
        members.reserveCapacity(16)
        repeat {
            skipBlanks()
            guard let name = string() else { return nil }
            skipBlanks()
            guard take(UInt8(ascii: ":")), let value = value() else { return nil }
            members.append(JSONValue.Member(name: name, value: value))
            skipBlanks()
        } while take(Self.comma)
        return take(UInt8(ascii: "}")) && Self.areUnique(members) ? members : nil
    }

    /// Whether no name stands twice. A few are compared with one another, which is faster than a set.
    private static func areUnique(_ members: [JSONValue.Member]) -> Bool {
        guard members.count <= 16 else { return Set(members.map(\.name)).count == members.count }
        for index in members.indices {
            for other in 0..<index where members[other].name == members[index].name { return false }
        }
        return true
    }

    /// Whether a list or an object ends before it has begun.
    private mutating func isEnd(of end: UInt8) -> Bool {
        skipBlanks()
        return take(end)
    }

    /// Digits with an optional sign, no zero before others, then perhaps a fraction and an exponent.
    private mutating func number() -> JSONValue? {
        let start = index
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")), !skipDigits() { return nil }
        let end = index
        if take(UInt8(ascii: ".")), !skipDigits() { return nil }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            if !skipDigits() { return nil }
        }
        let digits = String(decoding: bytes[start..<index], as: UTF8.self)
        guard end == index, let number = Int(digits), number != 0 || digits.utf8.count == 1 else {
            return .number(digits)
        }
        return .integer(number)
    }

    private mutating func skipDigits() -> Bool {
        let start = index
        while let digit = next, (0x30...0x39).contains(digit) { index += 1 }
        return index > start
    }

    private mutating func string() -> String? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        // Out of the parser for the while: nothing else is known to change then.
        let (bytes, start) = (bytes, index)
        var end = start
        while end < bytes.count, Self.isPlain(bytes[end]) { end += 1 }
        index = end
        let plain = bytes[start..<end]
        if take(UInt8(ascii: "\"")) { return String(decoding: plain, as: UTF8.self) }
        return escapedString(after: plain)
    }

    /// Whether a byte stands for itself within a string.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// The rest of a string that holds an escape.
    private mutating func escapedString(after plain: ArraySlice<UInt8>) -> String? {
        var text = Array(plain)
        while let byte = next {
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let scalar = escape() else { return nil }
                text += String(scalar).utf8
            case 0x00..<0x20: return nil
            default: text.append(byte)
            }
        }
        return nil
    }

    /// What stands behind a backslash. Characters beyond U+FFFF are written as two of UTF-16's units.
    private mutating func escape() -> Unicode.Scalar? {
        guard let letter = next else { return nil }
        index += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): break
        default: return nil
        }
        guard let unit = unit() else { return nil }
        guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) }
        guard take("\\u"), let second = self.unit(), UTF16.isTrailSurrogate(second) else { return nil }
        return Unicode.Scalar(0x1_0000 + UInt32(unit - 0xD800) << 10 + UInt32(second - 0xDC00))
    }

    private mutating func unit() -> UInt16? {
        guard index + 4 <= bytes.count else { return nil }
        let digits = bytes[index..<(index + 4)]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        index += 4
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func take(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        let matches = word.withUTF8Buffer { bytes[index...].prefix(count).elementsEqual($0) }
        if matches { index += count }
        return matches
    }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            index += 1
            isTight = false
        }
    }
}
