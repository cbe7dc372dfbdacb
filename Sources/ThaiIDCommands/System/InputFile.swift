import Host

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that somebody hands to the tool, read whole up to a limit.
enum InputFile {
    /// The file's bytes; `-` stands for standard input.
    ///
    /// - Parameter followsLinks: whether the name may be a link to the file. One that is not, of a
    ///   key, may still stand for a stream.
    /// - Throws: `recording` where it cannot be read or is larger than `limit` bytes: not more
    ///   than that is ever held, and of a file that says its size nothing is read.
    static func read(_ path: String, limit: Int, followsLinks: Bool = true) throws(ToolError) -> [UInt8] {
        let isStream = !followsLinks && Descriptor.named(by: path) != nil
        let flags = O_RDONLY | O_CLOEXEC | (followsLinks || isStream ? 0 : O_NOFOLLOW)
        let descriptor = path == "-" ? STDIN_FILENO : open(path, flags)
        guard descriptor >= 0 else { throw .recording(.unreadable(file: path, reason: Process.lastError)) }
        defer { if path != "-" { close(descriptor) } }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > limit {
            throw .recording(.tooLarge(file: path, limit: limit))
        }
        var bytes: [UInt8] = []
        while let chunk = Descriptor.read(descriptor, capacity: 1 << 16) {
            if chunk.isEmpty { return bytes }
            guard bytes.count + chunk.count <= limit else { throw .recording(.tooLarge(file: path, limit: limit)) }
            bytes += chunk
        }
        throw .recording(.unreadable(file: path, reason: Process.lastError))
    }

    /// Why `read` failed, in the system's words.
    static func reason(_ error: ToolError) -> String {
        if case .recording(.unreadable(_, let reason)) = error { reason } else { String(cString: strerror(EFBIG)) }
    }
}
