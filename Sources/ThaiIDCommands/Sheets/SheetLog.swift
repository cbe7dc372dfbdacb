import Host

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The log of sheets: a file to whose end one line of JSON is added for each, in one write and on the
/// disk before the sheet is anywhere, so that no sheet is without its line.
///
/// Any number of desks may write into one file: whoever writes holds its lock, and takes back what the
/// disk had no room for.
struct SheetLog {
    let path: String

    /// Adds a line (a file that is not there yet gets mode 0600 under any mask).
    func append(_ line: String) throws(ToolError) {
        try Process.uninterrupted { () throws(ToolError) in
            let descriptor = try open()
            defer { close(descriptor) }
            guard flock(descriptor, LOCK_EX) == 0 else { throw failure() }
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { throw failure() }
            let bytes = Array((line + "\n").utf8)
            let written = Descriptor.writeOnce(bytes[...], to: descriptor)
            guard written == bytes.count else {
                let reason = written < 0 ? Process.lastError : String(cString: strerror(ENOSPC))
                if written > 0 { _ = ftruncate(descriptor, status.st_size) }
                throw .write(to: path, reason: reason)
            }
            // What is no file, such as a pipe to another program, has no disk to wait for.
            guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else { throw failure() }
        }
    }

    /// Finds out early whether lines can be added.
    func check() throws(ToolError) {
        try OutputFile.refuseLink(path)
        if InputPaths.exists(path) {
            guard access(path, W_OK) == 0 else { throw failure() }
        } else {
            close(try open())
        }
    }

    private func open() throws(ToolError) -> Int32 {
        if let stream = Descriptor.named(by: path) {
            let descriptor = Descriptor.isForOutput(stream) ? fcntl(stream, F_DUPFD_CLOEXEC, 0) : -1
            guard descriptor >= 0 else { throw failure() }
            return descriptor
        }
        try OutputFile.refuseLink(path)
        // A pipe that nobody reads is an error and nothing to wait for.
        let flags = O_WRONLY | O_APPEND | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC
        var descriptor = systemOpen(flags | O_CREAT | O_EXCL)
        if descriptor >= 0 {
            guard fchmod(descriptor, 0o600) == 0 else { throw failure() }
        } else if errno == EEXIST {
            descriptor = systemOpen(flags)
        }
        guard descriptor >= 0 else { throw failure() }
        return descriptor
    }

    private func systemOpen(_ flags: Int32) -> Int32 {
        #if canImport(Glibc)
            Glibc.open(path, flags, 0o600)
        #else
            Darwin.open(path, flags, 0o600)
        #endif
    }

    private func failure() -> ToolError { .write(to: path, reason: Process.lastError) }
}
