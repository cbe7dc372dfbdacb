import Host

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The one way in which the tool writes files: whole, for the owner's eyes, or not at all.
///
/// The bytes go to a file without a name in the same folder (mode 0600), are synced, and only then
/// take the file's name; the folder is synced last. `FileDraft` does so bit by bit.
struct OutputFile {
    /// Where the file is to be.
    let path: String
    /// Whether it may take the place of another.
    let replaces: Bool

    /// The file that is named on a command line; `nil` where that is standard output: unnamed, `-`, or
    /// by one of the system's names for it.
    static func named(_ path: String?, replaces: Bool) -> OutputFile? {
        guard let path, path != "-", Descriptor.named(by: path) != STDOUT_FILENO else { return nil }
        return OutputFile(path: path, replaces: replaces)
    }

    /// The stream that the path stands for, where it is no file of a folder.
    var stream: Int32? { Descriptor.named(by: path) }

    /// Refuses early what `write` would refuse after the work is done.
    ///
    /// - Parameter refusal: what it is where the bytes would go to a terminal.
    func check(onTerminal refusal: ToolError.Refusal? = nil) throws(ToolError) {
        if let stream {
            if let refusal, Process.isTerminal(stream) { throw .refused(refusal) }
            return try checkKind()
        }
        guard replaces || access(path, F_OK) != 0 else { throw .refused(.exists(path)) }
        try checkKind()
        guard access(folder, W_OK | X_OK) == 0 else { throw failure() }
    }

    /// Refuses to take the place of what is no file, such as a device or a pipe, by its own name or
    /// by that of a link, and that of any link: it is often not its owner's alone.
    func checkKind() throws(ToolError) {
        if let stream {
            guard Descriptor.isForOutput(stream) else { throw failure() }
            return
        }
        var status = stat()
        guard replaces, lstat(path, &status) == 0 else { return }
        let isLink = status.st_mode & S_IFMT == S_IFLNK
        guard !isLink || stat(path, &status) == 0 else { throw .refused(.link(path)) }
        guard [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) else {
            throw .write(to: path, reason: "not a regular file")
        }
        guard !isLink else { throw .refused(.link(path)) }
    }

    /// Refuses a file that is to be opened as it is where its name is a link.
    static func refuseLink(_ path: String) throws(ToolError) {
        var status = stat()
        guard Descriptor.named(by: path) == nil, lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK
        else { return }
        throw .refused(.link(path))
    }

    /// That it cannot be written, for the reason of the call that failed last.
    func failure() -> ToolError { .write(to: path, reason: Process.lastError) }

    /// Puts the bytes in place.
    func write(_ bytes: [UInt8]) throws(ToolError) {
        try Process.uninterrupted { () throws(ToolError) in
            try FileDraft(of: self, holding: bytes).keep()
        }
    }

    /// Takes the file away again.
    func remove() { unlink(path) }

    /// The folder that it is to be in.
    var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
