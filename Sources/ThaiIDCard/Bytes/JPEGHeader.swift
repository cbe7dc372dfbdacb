/// What a JPEG file says of itself before its image data (ISO/IEC 10918-1 Annex B).
///
/// Nothing is decoded: only the marker segments are walked, each step bounded by the bytes there.
package struct JPEGHeader: Hashable, Sendable {
    /// Width in pixels.
    package let width: Int
    /// Height in pixels.
    package let height: Int
    /// Whether its picture is stored from top to bottom, in the way that every program reads.
    package let isBaseline: Bool

    /// Reads the frame header; `nil` where there is none before the first scan.
    package init?(_ jpeg: some RandomAccessCollection<UInt8>) {
        let bytes = Array(jpeg)
        var index = 2
        while index + 9 <= bytes.count, bytes[index] == 0xFF {
            let marker = bytes[index + 1]
            let length = Int(bytes[index + 2]) << 8 | Int(bytes[index + 3])
            switch marker {
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                height = Int(bytes[index + 5]) << 8 | Int(bytes[index + 6])
                width = Int(bytes[index + 7]) << 8 | Int(bytes[index + 8])
                isBaseline = marker == 0xC0
                return
            case 0xDA, 0xD9, 0xFF:
                return nil
            default:
                guard length >= 2 else { return nil }
                index += 2 + length
            }
        }
        return nil
    }
}
