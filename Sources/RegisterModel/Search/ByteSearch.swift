/// A search for some bytes.
///
/// Nearly every place shows by two bytes that it is none. Each inner loop looks at all places of a stretch without a way
/// out, so that the compiler takes many of them at a time.
struct ByteSearch: Sendable {
    private let bytes: [UInt8]
    private static let stretch = 64

    init?(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return nil }
        self.bytes = bytes
    }

    /// Which of the keys that stand in a part of a block hold the bytes: a bit for each, the first key's the lowest.
    func keys(in block: [UInt8], _ part: Range<Int>) -> UInt64 {
        let (block, bytes) = (block.span, bytes.span)
        let last = bytes.count - 1
        var found: UInt64 = 0
        // The key in which `counted` stands.
        var (key, counted) = (0, part.lowerBound)
        var start = part.lowerBound
        while start + last < part.upperBound {
            let end = min(start + Self.stretch, part.upperBound - last)
            if Self.mayBegin(bytes, in: block, start..<end) {
                for place in start..<end where Self.begins(bytes, at: place, in: block) {
                    key += Self.ends(in: block, counted..<place)
                    counted = place
                    if key < IndexBlock.most { found |= 1 << UInt64(key) }
                }
            }
            start = end
        }
        return found
    }

    private static func mayBegin(_ bytes: Span<UInt8>, in block: Span<UInt8>, _ places: Range<Int>) -> Bool {
        let last = bytes.count - 1
        let (first, final) = (bytes[0], bytes[last])
        let firsts = block.extracting(places)
        let finals = block.extracting((places.lowerBound + last)..<(places.upperBound + last))
        guard firsts.count == finals.count else { return true }
        var flags: UInt8 = 0
        for place in 0..<firsts.count {
            flags |= (firsts[place] == first ? 1 : 0) & (finals[place] == final ? 1 : 0)
        }
        return flags != 0
    }

    private static func begins(_ bytes: Span<UInt8>, at place: Int, in block: Span<UInt8>) -> Bool {
        var offset = 0
        while offset < bytes.count, block[place + offset] == bytes[offset] { offset += 1 }
        return offset == bytes.count
    }

    /// How many keys end in a part of a block.
    private static func ends(in block: Span<UInt8>, _ part: Range<Int>) -> Int {
        let part = block.extracting(part)
        var count = 0
        for place in 0..<part.count { count += part[place] == IndexBlock.Layout.end ? 1 : 0 }
        return count
    }
}
