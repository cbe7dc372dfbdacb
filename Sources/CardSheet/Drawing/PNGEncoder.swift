internal import CPNG

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Writes a picture as a PNG file, fast rather than small: somebody waits for the page, and most of
/// it is white either way.
enum PNGEncoder {
    /// The file; `nil` where there is no memory for it.
    ///
    /// - Parameter pixels: `height` rows of `stride` bytes, of which each pixel has four: blue, green,
    ///   red, unused.
    static func encode(_ pixels: UnsafePointer<UInt8>, width: Int, height: Int, stride: Int) -> [UInt8]? {
        var image = png_image()
        image.version = png_uint_32(PNG_IMAGE_VERSION)
        (image.width, image.height) = (png_uint_32(width), png_uint_32(height))
        image.format = PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_BGR
        image.flags = png_uint_32(PNG_IMAGE_FLAG_FAST)
        let packed = packed(pixels, width, height, stride)
        var start: UnsafeMutablePointer<CChar>?
        var count = 0
        guard let file = open_memstream(&start, &count) else { return nil }
        let isWritten = png_image_write_to_stdio(&image, file, 0, packed, png_int_32(width * 3), nil) != 0
        let isWhole = fclose(file) == 0
        defer { free(start) }
        guard isWritten, isWhole, let start else { return nil }
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// The pixels without their unused bytes.
    private static func packed(_ pixels: UnsafePointer<UInt8>, _ width: Int, _ height: Int, _ stride: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: width * height * 3) { bytes, count in
            for row in 0..<height {
                let line = pixels + row * stride
                for column in 0..<width {
                    for part in 0..<3 {
                        bytes[count] = line[column * 4 + part]
                        count += 1
                    }
                }
            }
        }
    }
}
