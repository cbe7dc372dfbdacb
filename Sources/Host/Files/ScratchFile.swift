/// A file without a name: gone when the process ends, however it ends.
///
/// A workbook is written back and forth and cannot be made in a pipe.
package final class ScratchFile {
    private let descriptor: Int32
    private var offset = 0

    /// Makes one in `TMPDIR`, else `/tmp`, for the owner's eyes (mode 0600).
    package init() throws(SystemError) {
        descriptor = Descriptor.scratch(in: Process.environment("TMPDIR") ?? "/tmp")
        guard descriptor >= 0 else { throw .last }
    }

    deinit { Descriptor.close(descriptor) }

    /// By which name this process can open it, and no other.
    package var path: String { "/dev/fd/\(descriptor)" }

    /// Its next bytes in order; none at the end.
    package func nextPart() throws(SystemError) -> [UInt8] {
        guard let part = Descriptor.read(descriptor, capacity: 1 << 16, from: offset) else { throw .last }
        offset += part.count
        return part
    }
}
