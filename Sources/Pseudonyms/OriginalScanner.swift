package import CardTrace
internal import SmartCard
internal import ThaiIDCard

/// Looks in a file for what cards said: in the text card, UTF-8 and UTF-16 write, as hexadecimal
/// digits and as Base64; within an answer, across answers, and in the card put together of them.
///
/// It knows nothing of how pseudonyms are made, and judges a file by its bytes alone.
package struct OriginalScanner: Sendable {
    private let patterns: BytePatterns

    /// Looks for what the cards in recordings said, as far as it can tell somebody.
    package init(_ originals: [Trace]) { self.init(OriginalValues(of: originals.flatMap(\.cards))) }

    init(_ originals: OriginalValues) {
        var patterns = BytePatterns()
        for value in originals.values {
            for plain in Encodings.plain(value) {
                let encoded = [Encodings.hex(plain)] + Encodings.base64(plain).filter { $0.count >= 8 }
                for form in [plain] + encoded {
                    // Few letters or digits that could be hexadecimal are found in any recording's text.
                    let isInText = form.count >= 8 || !form.allSatisfy(Self.isHexDigit)
                    patterns.insert(form, key: value.field, inText: isInText)
                }
            }
        }
        self.patterns = patterns
    }

    /// The key of a field of which something was found in a recording's file.
    package func find(in file: [UInt8]) -> String? {
        if let field = patterns.first(in: file, isText: true) { return field }
        var (all, data): ([UInt8], [UInt8]) = ([], [])
        for line in file.split(separator: 0x0A) {
            guard let space = line.firstIndex(of: 0x20), let bytes = Hex.decode(ascii: line[(space + 1)...]) else {
                continue
            }
            all += bytes
            if line.first == UInt8(ascii: "<") { data += bytes.dropLast(2) }
        }
        for bytes in [all, data] + Self.memories(of: file) {
            if let field = patterns.first(in: bytes) { return field }
        }
        return nil
    }

    /// The bytes of each applet, put together.
    private static func memories(of file: [UInt8]) -> [[UInt8]] {
        guard let trace = try? Trace(parsing: file) else { return [] }
        return trace.cards.flatMap { image in
            Applet.allCases.map { applet in image[applet].known.ranges.flatMap { image[applet][$0] ?? [] } }
        }
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
        default: false
        }
    }
}

extension Trace {
    /// The cards that answer in a recording, or all of them as one where they are too many.
    fileprivate var cards: [CardImage] { RecordedCards(self)?.images ?? [image] }
}
