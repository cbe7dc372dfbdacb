package import ThaiIDCard

/// The portrait of somebody who does not exist: a face of flat shapes, which is plainly a drawing.
///
/// It comes as the photo on a card does: a baseline JPEG file of 148 × 178 pixels, JFIF 1.01, 96 dots
/// an inch, one scan, and of exactly as many bytes as are asked for. Only whole numbers go into it,
/// so that a seed gives the same bytes on every machine; they are part of what `InventedPeople`
/// promises to keep.
package struct DrawnPortrait: Sendable {
    /// Pixels across.
    package static let width = 148
    /// Pixels down.
    package static let height = 178
    /// The fewest bytes in which every portrait can be had. Nothing is missing down to about 900; below
    /// about 550 all that is left is squares of one colour.
    package static let shortest = 480
    /// The most bytes: all that the card has room for.
    package static let longest = 5118

    /// What a portrait's comment says, as far as there is room for it.
    package static let remark = "Drawn, not photographed. Nobody looks like this."

    private let look: Look

    /// Draws somebody.
    ///
    /// - Parameters:
    ///   - sex: leaves it to the seed where it is unknown.
    ///   - age: in years; leaves it to the seed where it is `nil`.
    package init(seed: UInt64, sex: Sex.Value = .unknown, age: Int? = nil) {
        var lots = SplitMix64(seed: seed)
        let anyAge = lots.number(in: 7...84)
        look = Look(sex, age: age ?? anyAge, &lots)
    }

    /// The file, of exactly so many bytes; `nil` above `longest`, and below `shortest` where not even
    /// a mosaic of this portrait is so short.
    ///
    /// The best quality that fits is taken, and a comment fills up what it leaves.
    package func jpeg(byteCount: Int) -> [UInt8]? {
        guard byteCount <= Self.longest else { return nil }
        let encoder = JPEGEncoder(
            size: (Self.width, Self.height), coefficients: Coefficients(PortraitPainter.picture(of: look)))
        for coding in JPEGCoding.all {
            if let file = encoder.file(coding, byteCount: byteCount) { return file }
        }
        return nil
    }
}

extension JPEGEncoder {
    /// The file of the best quality that can be brought to a length; `nil` where none can.
    fileprivate func file(_ coding: JPEGCoding, byteCount: Int) -> [UInt8]? {
        var (low, high) = (coding.qualities.lowerBound, coding.qualities.upperBound)
        var best: [UInt8]?
        while low <= high {
            let quality = (low + high) / 2
            let file = file(coding, quality: quality, limit: byteCount)
            if let file, file.count == byteCount || file.count + Comment.shortest <= byteCount {
                best = file
                low = quality + 1
            } else {
                high = quality - 1
            }
        }
        return best.map { Comment.fill($0, to: byteCount) }
    }
}

/// The comment that brings a file to its length (ISO/IEC 10918-1 B.2.4.5).
private enum Comment {
    /// The bytes of one that says nothing.
    static let shortest = 4

    private static let remark = Array(DrawnPortrait.remark.utf8)

    /// Puts a comment into a file, where its length is not yet what it should be.
    static func fill(_ file: [UInt8], to byteCount: Int) -> [UInt8] {
        let room = byteCount - file.count - shortest
        guard room >= 0 else { return file }
        let text = remark.prefix(room) + [UInt8](repeating: 0x20, count: max(0, room - remark.count))
        var filled = file
        filled.insert(contentsOf: JPEGEncoder.segment(0xFE, Array(text)), at: JPEGEncoder.commentPlace)
        return filled
    }
}
