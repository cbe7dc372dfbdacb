/// Byte strings to be looked for all at once, letters of ASCII in either case.
///
/// One walk over a text finds whichever of them is there: its length does not depend on their number.
struct BytePatterns: Sendable {
    private var patterns: [Pattern] = []
    private var starts: [UInt32: [Int]] = [:]
    /// Which first two bytes there are: most places of a text are passed over by this alone.
    private var pairs = [Bool](repeating: false, count: 1 << 16)

    private struct Pattern {
        let key: String
        let bytes: [UInt8]
        let isInText: Bool
    }

    /// The shortest that can be looked for.
    static let shortest = 4

    /// Adds bytes under a key. Fewer than `shortest` are left out.
    ///
    /// - Parameter isInText: whether they are looked for in written text as well as in a card's bytes.
    mutating func insert(_ bytes: [UInt8], key: String, inText isInText: Bool = true) {
        let folded = Self.folded(bytes)
        guard folded.count >= Self.shortest else { return }
        starts[Self.word(folded, 0), default: []].append(patterns.count)
        pairs[Int(folded[0]) << 8 | Int(folded[1])] = true
        patterns.append(Pattern(key: key, bytes: folded, isInText: isInText))
    }

    /// The key of the first that occurs in a card's bytes, or in text.
    func first(in bytes: [UInt8], isText: Bool = false) -> String? {
        let bytes = Self.folded(bytes)
        var index = 0
        while index + Self.shortest <= bytes.count {
            if pairs[Int(bytes[index]) << 8 | Int(bytes[index + 1])], let some = starts[Self.word(bytes, index)] {
                for pattern in some.lazy.map({ patterns[$0] }) where !isText || pattern.isInText {
                    if bytes[index...].starts(with: pattern.bytes) { return pattern.key }
                }
            }
            index += 1
        }
        return nil
    }

    /// The bytes with small letters in the place of ASCII capitals.
    private static func folded(_ bytes: [UInt8]) -> [UInt8] {
        var folded = bytes
        for index in folded.indices { folded[index] = folded[index].lowercasedASCII }
        return folded
    }

    private static func word(_ bytes: [UInt8], _ index: Int) -> UInt32 {
        UInt32(bytes[index]) << 24 | UInt32(bytes[index + 1]) << 16 | UInt32(bytes[index + 2]) << 8
            | UInt32(bytes[index + 3])
    }
}

extension UInt8 {
    /// The small letter of an ASCII capital; anything else as it is.
    var lowercasedASCII: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
