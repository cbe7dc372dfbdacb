/// Text that comes in by and by: its mark is passed over, and UTF-16 becomes UTF-8. Everything else
/// passes as it is; a line of it is no text where `InputText` says so.
///
/// UTF-16 is known by its mark, or by a first character whose other byte is that of ASCII or of Thai
/// (U+00xx, U+0Exx): neither byte occurs in text of another encoding.
package struct InputTextStream: Sendable {
    private enum Encoding { case bytes, little, big }

    private var encoding: Encoding?
    /// What came and cannot be told yet: the beginning of a mark, half a unit.
    private var held: [UInt8] = []
    /// The first half of a character beyond U+FFFF.
    private var lead: UInt16?

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// What stands for half of a character without the other: a byte that no encoding has.
    private static let broken: UInt8 = 0xFF

    /// Begins a text.
    package init() {}

    /// What the next bytes of the input say in UTF-8; none of them stand for its end.
    package mutating func take(_ bytes: [UInt8]) -> [UInt8] {
        if encoding == .bytes { return bytes }
        let isEnd = bytes.isEmpty
        var own = held.isEmpty ? bytes : held + bytes
        held = []
        if encoding == nil {
            guard let count = begin(own, isEnd: isEnd) else {
                held = own
                return []
            }
            own.removeFirst(count)
        }
        return encoding == .bytes ? own : transcoded(own, isEnd: isEnd)
    }

    /// Settles the encoding: how long the mark is, `nil` where too little has come to say.
    private mutating func begin(_ bytes: [UInt8], isEnd: Bool) -> Int? {
        // A line that somebody ends at a keyboard is answered, though one byte says nothing yet.
        let isLine = bytes == [UInt8(ascii: "\n")]
        if !isEnd, !isLine, bytes.count < 2 || bytes.count == 2 && Self.mark.starts(with: bytes) { return nil }
        encoding = .bytes
        if bytes.starts(with: Self.mark) { return Self.mark.count }
        guard bytes.count >= 2 else { return 0 }
        switch (bytes[0], bytes[1]) {
        case (0xFF, 0xFE): encoding = .little
        case (0xFE, 0xFF): encoding = .big
        case (1..., 0x00), (_, 0x0E):
            encoding = .little
            return 0
        case (0x00, 1...), (0x0E, _):
            encoding = .big
            return 0
        default: return 0
        }
        return 2
    }

    private mutating func transcoded(_ bytes: [UInt8], isEnd: Bool) -> [UInt8] {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count * 3 / 2)
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            append(encoding == .big ? first << 8 | second : second << 8 | first, to: &utf8)
        }
        if bytes.count % 2 == 1 { held = [bytes[bytes.count - 1]] }
        if isEnd, !held.isEmpty || lead != nil { utf8.append(Self.broken) }
        return utf8
    }

    private mutating func append(_ unit: UInt16, to utf8: inout [UInt8]) {
        if let first = lead {
            lead = nil
            if UTF16.isTrailSurrogate(unit) {
                let value = 0x1_0000 + UInt32(first - 0xD800) << 10 + UInt32(unit - 0xDC00)
                Self.append(Unicode.Scalar(value), to: &utf8)
                return
            }
            utf8.append(Self.broken)
        }
        if unit < 0x80 {
            utf8.append(UInt8(unit))
        } else if UTF16.isLeadSurrogate(unit) {
            lead = unit
        } else {
            Self.append(Unicode.Scalar(unit), to: &utf8)
        }
    }

    private static func append(_ scalar: Unicode.Scalar?, to utf8: inout [UInt8]) {
        if let character = scalar.flatMap(UTF8.encode) { utf8 += character } else { utf8.append(broken) }
    }
}
