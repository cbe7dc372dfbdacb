import ProcessIO

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

    /// The file that is named on a command line; `nil` where that is standard output, unnamed or `-`.
    static func named(_ path: String?, replaces: Bool) -> OutputFile? {
        path.flatMap { $0 == "-" ? nil : OutputFile(path: $0, replaces: replaces) }
    }

    /// Refuses early what `write` would refuse after the work is done.
    func check() throws(ToolError) {
        guard replaces || access(path, F_OK) != 0 else { throw .refused(.exists(path)) }
        try checkKind()
        guard access(folder, W_OK) == 0 else { throw .write(to: path, reason: Process.lastError) }
    }

    /// Refuses to take the place of what is no file, such as a device or a pipe, by its own name or
    /// by that of a link.
    func checkKind() throws(ToolError) {
        var status = stat()
        guard replaces, stat(path, &status) == 0 else { return }
        guard [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) else {
            throw .write(to: path, reason: "not a regular file")
        }
    }

    /// Puts the bytes in place.
    func write(_ bytes: [UInt8]) throws(ToolError) {
        try Process.uninterrupted { () throws(ToolError) in
            let draft = try FileDraft(of: self)
            try draft.append(bytes)
            try draft.keep()
        }
    }

    /// Takes the file away again.
    func remove() { unlink(path) }

    /// The name of this file, and no other's, while it takes another's place.
    var spareName: String {
        // FNV-1a, 64 bits: a name of its own may be too long with anything added.
        let hash = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...].utf8
            .reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return "\(folder)/.thaiid-\(String(hash, radix: 16)).tmp"
    }

    /// The folder that it is to be in.
    var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
