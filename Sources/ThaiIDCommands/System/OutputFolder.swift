import Host

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder that the tool writes files into.
struct OutputFolder {
    /// Where the folder is to be.
    let path: String

    /// Makes the folder, for its owner alone (mode 0700), where it is not there yet; whatever is in
    /// it stays.
    func make() throws(ToolError) {
        let mask = umask(0o077)
        defer { umask(mask) }
        if mkdir(path, 0o700) == 0 || (errno == EEXIST && InputPaths.isFolder(path)) { return }
        throw .write(to: path, reason: Process.lastError)
    }
}
