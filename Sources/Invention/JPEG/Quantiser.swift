/// How coarsely coefficients are kept (ISO/IEC 10918-1 A.3.4).
struct Quantiser: Sendable {
    /// The steps, in zigzag order, as a DQT segment holds them (B.2.4.1).
    let steps: [UInt8]
    /// What multiplies instead of dividing by a step, in parts of 2¹⁸.
    private let factors: [UInt32]

    /// The tables that the standard gives as examples, in zigzag order.
    enum Example {
        /// Table K.1.
        case luma
        /// Table K.2.
        case chroma
    }

    /// Scales an example to a quality from 1 to 100, as the Independent JPEG Group's library does:
    /// 50 leaves it as it is.
    init(_ example: Example, quality: Int) {
        let scale = quality < 50 ? 5000 / quality : 200 - 2 * quality
        let table = example == .luma ? Self.luma : Self.chroma
        steps = table.map { UInt8(min(max((Int($0) * scale + 50) / 100, 1), 255)) }
        factors = steps.map { (1 << 18 + UInt32($0) * 4) / (UInt32($0) * UInt32(ForwardDCT.scale)) }
    }

    /// The nearest number of steps to each coefficient of a block.
    func quantise(_ values: UnsafeBufferPointer<Int16>, to levels: UnsafeMutableBufferPointer<Int32>) {
        factors.withUnsafeBufferPointer { factors in
            for index in 0..<values.count {
                let value = Int32(values[index])
                let size = Int32(bitPattern: (value.magnitude &* factors[index] &+ 1 << 17) &>> 18)
                levels[index] = value < 0 ? 0 &- size : size
            }
        }
    }

    private static let luma: [UInt8] = [
        16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51,
        61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77,
        113, 121, 112, 100, 120, 92, 101, 103, 99,
    ]

    private static let chroma: [UInt8] =
        [
            17, 18, 18, 24, 21, 24, 47, 26, 26, 47, 99, 66, 56, 66,
        ] + [UInt8](repeating: 99, count: 50)
}
