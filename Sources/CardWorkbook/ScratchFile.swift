#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file without a name: gone when the process ends, however it ends.
///
/// A workbook is written back and forth and cannot be made in a pipe.
final class ScratchFile {
    private let descriptor: Int32
    private var offset: off_t = 0

    /// Makes one in `TMPDIR`, else `/tmp`, for the owner's eyes (mode 0600).
    init() throws(WorkbookError) {
        var path = Array("\(Self.folder)/.thaiid-XXXXXX".utf8CString)
        descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw .notWritten(reason: Self.lastError) }
        unlink(path)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit { close(descriptor) }

    /// By which name this process can open it, and no other.
    var path: String { "/dev/fd/\(descriptor)" }

    /// Its next bytes in order; none at the end.
    func nextPart() throws(WorkbookError) -> [UInt8] {
        while true {
            var part = [UInt8](repeating: 0, count: 1 << 16)
            let count = pread(descriptor, &part, part.count, offset)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .notWritten(reason: Self.lastError) }
            offset += off_t(count)
            part.removeLast(part.count - count)
            return part
        }
    }

    private static var folder: String {
        guard let name = getenv("TMPDIR"), name[0] != 0 else { return "/tmp" }
        return String(cString: name)
    }

    private static var lastError: String { String(cString: strerror(errno)) }
}
