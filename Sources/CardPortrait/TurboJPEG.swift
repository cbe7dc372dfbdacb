internal import CTurboJPEG

/// The door to libjpeg-turbo. It is opened only for files that passed `JPEGCheck`.
///
/// A warning of the decoder ends the work: half a face must not stand where a whole one is expected.
enum TurboJPEG {
    /// The same coefficients as a file of the library's own making.
    static func recoded(_ jpeg: [UInt8]) throws(PortraitAbsence) -> [UInt8] {
        guard let handle = tjInitTransform() else { throw .damaged }
        defer { tjDestroy(handle) }
        var transform = tjtransform()
        transform.op = Int32(TJXOP_NONE.rawValue)
        transform.options = TJXOPT_COPYNONE
        var buffer: UnsafeMutablePointer<UInt8>?
        var size: UInt = 0
        defer { tjFree(buffer) }
        guard tjTransform(handle, jpeg, UInt(jpeg.count), 1, &buffer, &size, &transform, flags) == 0 else {
            throw .damaged
        }
        return Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
    }

    /// The picture's pixels, four bytes each.
    static func pixels(of jpeg: [UInt8], _ passed: JPEGCheck.Passed) throws(PortraitAbsence) -> [UInt8] {
        guard let handle = tjInitDecompress() else { throw .damaged }
        defer { tjDestroy(handle) }
        var pixels = [UInt8](repeating: 0, count: passed.width * passed.height * 4)
        let result = tjDecompress2(
            handle, jpeg, UInt(jpeg.count), &pixels, Int32(passed.width), 0, Int32(passed.height),
            Int32(TJPF_BGRX.rawValue), flags)
        guard result == 0 else { throw .damaged }
        return pixels
    }

    private static let flags = TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS
}
