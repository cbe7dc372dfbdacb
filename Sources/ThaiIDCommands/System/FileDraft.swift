import CProcess
import ProcessIO

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that grows under a temporary name beside its place, until it is whole and takes it.
///
/// Whoever looks sees the old file or the new one. What is not kept is removed: when the draft is
/// let go of, and when a signal ends the process. Only one draft is open at a time.
final class FileDraft {
    private let file: OutputFile
    private let temporary: String
    private var descriptor: Int32

    /// Begins a file (mode 0600 under any mask).
    init(of file: OutputFile) throws(ToolError) {
        try file.checkKind()
        self.file = file
        temporary = "\(file.folder)/.thaiid-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).tmp"
        process_abandon_on_signal(temporary)
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            process_keep_on_signal()
            throw failure()
        }
        guard fchmod(descriptor, 0o600) == 0 else { throw failure() }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(temporary)
        process_keep_on_signal()
    }

    /// Adds bytes to its end.
    func append(_ bytes: [UInt8]) throws(ToolError) {
        guard Descriptor.write(bytes, to: descriptor) else { throw failure() }
    }

    /// Puts the file in its place. Nothing can be added to it then.
    func keep() throws(ToolError) {
        try Process.uninterrupted { () throws(ToolError) in
            guard fsync(descriptor) == 0 else { throw failure() }
            try takeName()
            close(descriptor)
            descriptor = -1
            process_keep_on_signal()
            try syncFolder()
        }
    }

    /// Gives the file its name. `link` fails where the name is taken, so nothing is overwritten
    /// even if it appeared a moment ago.
    private func takeName() throws(ToolError) {
        if file.replaces {
            guard rename(temporary, file.path) == 0 else { throw failure() }
        } else {
            guard link(temporary, file.path) == 0 else {
                throw errno == EEXIST ? .refused(.exists(file.path)) : failure()
            }
            unlink(temporary)
        }
    }

    private func syncFolder() throws(ToolError) {
        let directory = open(file.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw failure() }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw failure() }
    }

    private func failure() -> ToolError { .write(to: file.path, reason: Process.lastError) }
}
