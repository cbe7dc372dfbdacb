#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The one way in which the tool writes files: whole, for the owner's eyes, or not at all.
///
/// The bytes go to a temporary file in the same folder (mode 0600), are synced, and only then take
/// the file's name; the folder is synced last. Whoever looks sees the old file or the new one.
struct OutputFile {
    /// Where the file is to be.
    let path: String
    /// Whether it may take the place of another.
    let replaces: Bool

    /// Refuses early what `write` would refuse after the work is done.
    func check() throws(ToolError) {
        guard replaces || access(path, F_OK) != 0 else { throw .refused(.exists(path)) }
        guard access(folder, W_OK) == 0 else { throw .write(to: path, reason: Process.lastError) }
    }

    /// Puts the bytes in place.
    func write(_ bytes: [UInt8]) throws(ToolError) {
        try Process.uninterrupted { () throws(ToolError) in
            let temporary = "\(folder)/.thaiid-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).tmp"
            do throws(ToolError) {
                try fill(temporary, with: bytes)
                try rename(temporary)
            } catch {
                unlink(temporary)
                throw error
            }
        }
    }

    /// Takes the file away again.
    func remove() { unlink(path) }

    private var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private func fill(_ temporary: String, with bytes: [UInt8]) throws(ToolError) {
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        guard fchmod(descriptor, 0o600) == 0, Descriptor.write(bytes, to: descriptor), fsync(descriptor) == 0 else {
            throw failure()
        }
    }

    /// Gives the temporary file its name. `link` fails where the name is taken, so nothing is
    /// overwritten even if it appeared a moment ago.
    private func rename(_ temporary: String) throws(ToolError) {
        if replaces {
            guard systemRename(temporary, path) == 0 else { throw failure() }
        } else {
            guard link(temporary, path) == 0 else {
                throw errno == EEXIST ? .refused(.exists(path)) : failure()
            }
            unlink(temporary)
        }
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw failure() }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw failure() }
    }

    private func failure() -> ToolError { .write(to: path, reason: Process.lastError) }

    private func systemRename(_ old: String, _ new: String) -> Int32 {
        #if canImport(Glibc)
            Glibc.rename(old, new)
        #else
            Darwin.rename(old, new)
        #endif
    }
}
