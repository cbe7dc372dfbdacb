/// The forward discrete cosine transform of 8 × 8 samples (ISO/IEC 10918-1 A.3.3), in whole
/// numbers only, so that every machine gets the same coefficients.
///
/// Rows first, then columns, each folded once: even frequencies see only the sums of samples that
/// mirror one another, odd ones only the differences.
enum ForwardDCT {
    /// Coefficients come out as so many parts of one.
    static let scale = 8

    /// Transforms a block in place, sample by sample less 128.
    static func transform(_ block: UnsafeMutableBufferPointer<Int32>) {
        for row in 0..<8 { transform(block, from: row * 8, by: 1, down: 10) }
        for column in 0..<8 { transform(block, from: column, by: 8, down: 15) }
    }

    /// cos(k·π/16) in parts of 2¹³.
    private static let (c1, c2, c3, c4, c5, c6, c7): (Int32, Int32, Int32, Int32, Int32, Int32, Int32) =
        (8035, 7568, 6811, 5793, 4551, 3135, 1598)

    /// Transforms eight values. The sums carry 13 bits of the cosines and one for the halving;
    /// rows keep four of them (10 = 14 − 4), columns three in the end (15 = 14 + 4 − 3).
    @inline(__always)
    private static func transform(
        _ block: UnsafeMutableBufferPointer<Int32>, from start: Int, by step: Int, down shift: Int32
    ) {
        let (i1, i2, i3) = (start &+ step, start &+ 2 &* step, start &+ 3 &* step)
        let (i4, i5, i6, i7) = (i3 &+ step, i3 &+ 2 &* step, i3 &+ 3 &* step, i3 &+ 4 &* step)
        let (s0, d0) = (block[start] &+ block[i7], block[start] &- block[i7])
        let (s1, d1) = (block[i1] &+ block[i6], block[i1] &- block[i6])
        let (s2, d2) = (block[i2] &+ block[i5], block[i2] &- block[i5])
        let (s3, d3) = (block[i3] &+ block[i4], block[i3] &- block[i4])
        let (outer, inner) = (s0 &- s3, s1 &- s2)
        let half = 1 &<< (shift &- 1)
        block[start] = (c4 &* (s0 &+ s1 &+ s2 &+ s3) &+ half) &>> shift
        block[i4] = (c4 &* (s0 &- s1 &- s2 &+ s3) &+ half) &>> shift
        block[i2] = (c2 &* outer &+ c6 &* inner &+ half) &>> shift
        block[i6] = (c6 &* outer &- c2 &* inner &+ half) &>> shift
        block[i1] = (c1 &* d0 &+ c3 &* d1 &+ c5 &* d2 &+ c7 &* d3 &+ half) &>> shift
        block[i3] = (c3 &* d0 &- c7 &* d1 &- c1 &* d2 &- c5 &* d3 &+ half) &>> shift
        block[i5] = (c5 &* d0 &- c1 &* d1 &+ c7 &* d2 &+ c3 &* d3 &+ half) &>> shift
        block[i7] = (c7 &* d0 &- c5 &* d1 &+ c3 &* d2 &- c1 &* d3 &+ half) &>> shift
    }
}
