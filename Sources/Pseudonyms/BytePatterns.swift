internal import CardTrace

/// Byte strings to be looked for all at once, letters of ASCII in either case.
///
/// One walk over a text finds whichever of them is there: what a place of the text costs grows with the
/// logarithm of their number only, however many of them begin alike.
struct BytePatterns: Sendable {
    private var inText = Index()
    private var inBytes = Index()

    /// The shortest that can be looked for.
    static let shortest = 4

    /// Adds bytes under a key. Fewer than `shortest` are left out.
    ///
    /// - Parameter isInText: whether they are looked for in written text as well as in a card's bytes.
    mutating func insert(_ bytes: [UInt8], key: String, inText isInText: Bool = true) {
        let folded = Self.folded(bytes)
        guard folded.count >= Self.shortest else { return }
        if isInText { inText.insert(folded, key: key) } else { inBytes.insert(folded, key: key) }
    }

    /// The key of one that occurs in a card's bytes, or in text.
    func first(in bytes: [UInt8], isText: Bool = false) -> String? {
        let bytes = Self.folded(bytes)
        var index = 0
        while index + Self.shortest <= bytes.count {
            if let key = inText.key(at: index, of: bytes) { return key }
            if !isText, let key = inBytes.key(at: index, of: bytes) { return key }
            index += 1
        }
        return nil
    }

    /// Some of them, by their first bytes.
    private struct Index {
        private var starts: [UInt32: [Pattern]] = [:]
        /// Which first two bytes there are: most places of a text are passed over by this alone.
        private var pairs = [Bool](repeating: false, count: 1 << 16)

        /// Those that begin alike stand in order, and none begins with another, which would be found in
        /// its place: so at most one of them can stand at a place of a text, the last that is not
        /// greater.
        mutating func insert(_ bytes: [UInt8], key: String) {
            pairs[Int(bytes[0]) << 8 | Int(bytes[1])] = true
            Self.insert(Pattern(key: key, bytes: bytes), into: &starts[BytePatterns.word(bytes, 0), default: []])
        }

        private static func insert(_ new: Pattern, into patterns: inout [Pattern]) {
            let start = place(of: new.bytes[...], in: patterns)
            if start > 0, new.bytes.starts(with: patterns[start - 1].bytes) { return }
            var end = start
            while end < patterns.count, patterns[end].bytes.starts(with: new.bytes) { end += 1 }
            patterns.replaceSubrange(start..<end, with: CollectionOfOne(new))
        }

        func key(at index: Int, of bytes: [UInt8]) -> String? {
            guard pairs[Int(bytes[index]) << 8 | Int(bytes[index + 1])],
                let patterns = starts[BytePatterns.word(bytes, index)]
            else { return nil }
            let place = Self.place(of: bytes[index...], in: patterns)
            guard place > 0, bytes[index...].starts(with: patterns[place - 1].bytes) else { return nil }
            return patterns[place - 1].key
        }

        /// How many of the patterns are not greater.
        private static func place(of bytes: ArraySlice<UInt8>, in patterns: [Pattern]) -> Int {
            var (low, high) = (0, patterns.count)
            while low < high {
                let middle = low + (high - low) / 2
                if bytes.lexicographicallyPrecedes(patterns[middle].bytes) { high = middle } else { low = middle + 1 }
            }
            return low
        }
    }

    private struct Pattern {
        let key: String
        let bytes: [UInt8]
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
