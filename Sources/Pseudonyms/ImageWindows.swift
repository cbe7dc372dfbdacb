internal import CardTrace
internal import Invention

/// Stretches of a photo by which it would be recognised.
///
/// Tables and headers are the same in many files; so are long runs of a single colour. What is left is
/// the picture's own.
enum ImageWindows {
    /// How many bytes a stretch has.
    static let length = 16
    /// How far apart they begin: 23 bytes in a row always hold a whole one.
    private static let stride = 8

    /// The telling stretches of the photo's field, or of a part of it.
    static func telling(in bytes: ArraySlice<UInt8>) -> [[UInt8]] {
        let starts = Swift.stride(from: bytes.startIndex, through: bytes.endIndex - length, by: stride)
        let tables = tables(in: bytes)
        return starts.compactMap { start in
            let window = start..<(start + length)
            let isTable = tables.contains { $0.overlaps(window) }
            let content = Array(bytes[window])
            return isTable || Set(content).count < 10 || shared.contains(content) ? nil : content
        }
    }

    /// The segments before the scan that say nothing of the picture (ISO/IEC 10918-1 B.1.1.3): all but
    /// those for applications (E1–EF) and comments (FE).
    private static func tables(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
        let start = bytes.startIndex + 2
        guard bytes.dropFirst(2).starts(with: [0xFF, 0xD8]) else { return [] }
        var tables = [bytes.startIndex..<(start + 2)]
        var index = start + 2
        while index + 4 <= bytes.endIndex, bytes[index] == 0xFF {
            let marker = bytes[index + 1]
            let end = min(index + 2 + (Int(bytes[index + 2]) << 8 | Int(bytes[index + 3])), bytes.endIndex)
            if !(0xE1...0xEF).contains(marker), marker != 0xFE { tables.append(index..<max(index, end)) }
            guard marker != 0xDA, end > index + 2 else { break }
            index = end
        }
        return tables
    }

    /// What every drawn portrait says: its comment, and the standard's own tables before its scan. A photo
    /// that was read in part may begin amid these.
    private static let shared: Set<[UInt8]> = {
        let remark = Array(DrawnPortrait.remark.utf8) + [UInt8](repeating: 0x20, count: length)
        let file = DrawnPortrait(seed: 0).jpeg(byteCount: DrawnPortrait.longest) ?? []
        let scan = file.indices.first { file[$0...].starts(with: [0xFF, 0xDA]) } ?? 0
        return [remark, Array(file.prefix(scan))].reduce(into: []) { shared, bytes in
            for start in 0..<max(0, bytes.count - length + 1) { shared.insert(Array(bytes[start..<(start + length)])) }
        }
    }()
}
