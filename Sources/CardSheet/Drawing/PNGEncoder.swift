internal import CPagePNG
internal import CardPortrait

/// Pictures of pages as PNG files.
enum PNGEncoder {
    /// Dots an inch of every picture, which its file says, so that it prints in the size of its page.
    static let dotsPerInch = 200.0

    /// The file; `nil` where there is no memory for it.
    ///
    /// - Parameter pixels: `height` rows of `stride` bytes, of which each pixel has four: blue, green,
    ///   red, unused.
    static func encode(_ pixels: UnsafePointer<UInt8>, width: Int, height: Int, stride: Int) -> [UInt8]? {
        var count = 0
        let dotsPerMetre = UInt32((dotsPerInch / 0.0254).rounded())
        guard let file = page_png(pixels, UInt32(width), UInt32(height), stride, dotsPerMetre, &count) else {
            return nil
        }
        defer { page_png_free(file) }
        return Array(UnsafeBufferPointer(start: file, count: count))
    }
}
