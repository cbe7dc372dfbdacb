/// Says in a PNG how large its dots are, so that it prints in the size of its page: libpng's simplified
/// interface has no word for it.
enum PNGResolution {
    /// Dots an inch of every picture.
    static let dotsPerInch = 200.0

    /// The file with a `pHYs` chunk (PNG 11.3.5.3) behind its header.
    static func marking(_ png: [UInt8]) -> [UInt8] {
        Array(png.prefix(headerLength)) + chunk + png.dropFirst(headerLength)
    }

    /// Signature and IHDR chunk.
    private static let headerLength = 8 + 25
    /// 7,874 dots a metre either way, and the chunk's checksum.
    private static let chunk: [UInt8] =
        [0, 0, 0, 9] + Array("pHYs".utf8) + [0, 0, 0x1E, 0xC2, 0, 0, 0x1E, 0xC2, 1] + [0x6E, 0xD0, 0x75, 0x3E]
}
