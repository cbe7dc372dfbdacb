/// A picture as coefficients: what of a JPEG file does not depend on its quality.
struct Coefficients: Sendable {
    /// 64 of each block, in zigzag order and in parts of `ForwardDCT.scale`. Six blocks make a unit
    /// of 16 × 16 pixels: four of luma, one of each chroma component (ISO/IEC 10918-1 A.2.3).
    let values: [Int16]
    /// How many of a block's coefficients may count at all; those after them are as good as zero.
    let ends: [UInt8]

    /// Blocks in a unit.
    static let blocksPerUnit = 6

    /// Transforms a picture, unit by unit.
    init(_ picture: Picture) {
        let (columns, rows) = (picture.luma.width / 16, picture.luma.height / 16)
        var ends: [UInt8] = []
        values = [Int16](unsafeUninitializedCapacity: columns * rows * Self.blocksPerUnit * 64) { values, count in
            func add(_ plane: Plane, _ column: Int, _ row: Int) {
                let block = UnsafeMutableBufferPointer(rebasing: values[count..<count + 64])
                ends.append(Self.transform(plane, column, row, to: block))
                count += 64
            }
            for row in 0..<rows {
                for column in 0..<columns {
                    for (right, down) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                        add(picture.luma, 2 * column + right, 2 * row + down)
                    }
                    add(picture.blue, column, row)
                    add(picture.red, column, row)
                }
            }
        }
        self.ends = ends
    }

    /// Transforms one block, and tells how many of its coefficients may count.
    private static func transform(
        _ plane: Plane, _ column: Int, _ row: Int, to values: UnsafeMutableBufferPointer<Int16>
    ) -> UInt8 {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 64) { block in
            let isFlat = plane.copyBlock(column: column, row: row, to: block)
            guard !isFlat else {
                values.initialize(repeating: 0)
                // The mean of 64 equal samples, times eight.
                values[0] = Int16(truncatingIfNeeded: block[0] &* 8 &* Int32(ForwardDCT.scale))
                return 1
            }
            ForwardDCT.transform(block)
            var end: UInt8 = 1
            zigzag.withUnsafeBufferPointer { zigzag in
                for index in 0..<64 {
                    let value = block[Int(zigzag[index])]
                    // At the finest, a step is one; half of it rounds up.
                    if value.magnitude >= ForwardDCT.scale / 2 { end = UInt8(index &+ 1) }
                    values.initializeElement(at: index, to: Int16(truncatingIfNeeded: value))
                }
            }
            return end
        }
    }

    /// The order in which frequencies are written: low ones first (Figure A.6).
    private static let zigzag: [UInt8] = [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63,
    ]
}
