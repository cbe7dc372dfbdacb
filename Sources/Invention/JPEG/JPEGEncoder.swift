/// Writes baseline JPEG files of one picture: three components, chroma at half the resolution,
/// one scan (ISO/IEC 10918-1 Annexes B and F), in a JFIF 1.01 envelope of 96 dots an inch.
struct JPEGEncoder: Sendable {
    /// Width and height in pixels.
    let size: (width: Int, height: Int)
    /// The picture.
    let coefficients: Coefficients

    /// Where a comment may be put: after the JFIF segment.
    static let commentPlace = 20

    /// The whole file, without a comment; `nil` where it would be longer than `limit`.
    func file(_ coding: JPEGCoding, quality: Int, limit: Int) -> [UInt8]? {
        let quantisers = coding.quantisers(quality: quality)
        var writer = JPEGBitWriter(after: header(coding, quantisers))
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 64) { levels in
            var means: [Int32] = [0, 0, 0]
            for (block, end) in coefficients.ends.enumerated() where writer.bytes.count <= limit {
                let component = max(0, block % Coefficients.blocksPerUnit - 3)
                let own = min(component, coding.tables.count - 1)
                coefficients.values.withUnsafeBufferPointer { values in
                    let values = UnsafeBufferPointer(rebasing: values[block * 64..<block * 64 + Int(end)])
                    quantisers[own].quantise(values, to: levels)
                }
                write(levels, count: Int(end), coding, coding.tables[own], &means[component], to: &writer)
            }
        }
        writer.finish()
        return writer.bytes.count <= limit ? writer.bytes : nil
    }

    /// One block of which all but the first `count` coefficients are zero (F.1.2.1 and F.1.2.2).
    private func write(
        _ levels: UnsafeMutableBufferPointer<Int32>, count: Int, _ coding: JPEGCoding, _ tables: JPEGCoding.Tables,
        _ mean: inout Int32, to writer: inout JPEGBitWriter
    ) {
        Self.write(levels[0] &- mean, tables.dc, run: 0, to: &writer)
        mean = levels[0]
        var run = 0
        var index = 1
        while index < count {
            let level = levels[index]
            if level == 0 {
                run &+= 1
            } else {
                guard run <= coding.longestRun else { break }
                while run > 15 {
                    writer.write(tables.ac[0xF0])
                    run &-= 16
                }
                let said = min(max(level, 0 &- coding.largestLevel), coding.largestLevel)
                Self.write(said, tables.ac, run: run, to: &writer)
                run = 0
            }
            index &+= 1
        }
        if run > 0 || index < 64 { writer.write(tables.ac[0x00]) }
    }

    /// A number's symbol, which says how many bits it takes, and those bits: a negative one's are
    /// those of the number below it (F.1.2.1.1).
    private static func write(_ number: Int32, _ table: HuffmanTable, run: Int, to writer: inout JPEGBitWriter) {
        let count = UInt32(32 - number.magnitude.leadingZeroBitCount)
        let bits = UInt32(bitPattern: number < 0 ? number &- 1 : number) & (1 &<< count &- 1)
        writer.write(table[run &<< 4 | Int(count)], bits, count)
    }
}

// MARK: - Everything before the scan

extension JPEGEncoder {
    private func header(_ coding: JPEGCoding, _ quantisers: [Quantiser]) -> [UInt8] {
        let last = UInt8(coding.tables.count - 1)
        let (high, wide) = (UInt16(size.height), UInt16(size.width))
        // Each component's number, sampling factors and quantiser (B.2.2).
        let components: [[UInt8]] = [[1, 0x22, 0], [2, 0x11, last], [3, 0x11, last]]
        let measures = [8, UInt8(high >> 8), UInt8(high & 0xFF), UInt8(wide >> 8), UInt8(wide & 0xFF), 3]
        let frame = measures + components.joined()
        let scan: [UInt8] = [3, 1, 0x00, 2, last << 4 | last, 3, last << 4 | last, 0, 63, 0]
        return [0xFF, 0xD8]
            + Self.segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 1, 0, 96, 0, 96, 0, 0])
            + quantisers.enumerated().flatMap { Self.segment(0xDB, [UInt8($0)] + $1.steps) }
            + Self.segment(0xC0, frame)
            + coding.tables.enumerated().flatMap { number, tables in
                Self.segment(0xC4, [UInt8(number)] + tables.dc.bytes)
                    + Self.segment(0xC4, [0x10 | UInt8(number)] + tables.ac.bytes)
            }
            + Self.segment(0xDA, scan)
    }

    /// A marker, the length of what follows and of itself, and what follows (B.1.1.4).
    static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        let length = content.count + 2
        return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
    }
}
