/// The one way in which files are written: whole, for the owner's eyes, or not at all.
///
/// The bytes go to a file without a name in the same folder (mode 0600), are synced, and only then
/// take the file's name; the folder is synced last. `FileDraft` does so bit by bit.
package struct OutputFile {
    /// Where the file is to be.
    package let path: String
    /// Whether it may take the place of another.
    package let replaces: Bool

    package init(path: String, replaces: Bool) {
        self.path = path
        self.replaces = replaces
    }

    /// The file that is named on a command line; `nil` where that is standard output: unnamed, `-`, or
    /// by one of the system's names for it.
    package static func named(_ path: String?, replaces: Bool) -> OutputFile? {
        guard let path, path != "-", Descriptor.named(by: path) != Descriptor.output else { return nil }
        return OutputFile(path: path, replaces: replaces)
    }

    /// The stream that the path stands for, where it is no file of a folder.
    package var stream: Int32? { Descriptor.named(by: path) }

    /// The folder that it is to be in.
    package var folder: String { Folder.holding(path) }

    /// Refuses early what `write` would refuse after the work is done.
    package func check() throws(FileFailure) {
        if stream != nil { return try checkKind() }
        guard replaces || !Folder.leads(path) else { throw .exists(path) }
        try checkKind()
        guard Folder.allows(.adding, folder) else { throw failure() }
    }

    /// Refuses to take the place of what is no file, such as a device or a pipe, by its own name or
    /// by that of a link, and that of any link: it is often not its owner's alone.
    func checkKind() throws(FileFailure) {
        if let stream {
            guard Descriptor.isForOutput(stream) else { throw failure() }
            return
        }
        guard replaces, let named = FileStatus(at: path) else { return }
        let isLink = named.kind == .link
        guard let there = isLink ? FileStatus(behind: path) : named else { throw .link(path) }
        guard [.file, .folder].contains(there.kind) else { throw .notFile(path) }
        guard !isLink else { throw .link(path) }
    }

    /// Refuses a file that is to be opened as it is where its name is a link.
    package static func refuseLink(_ path: String) throws(FileFailure) {
        guard Descriptor.named(by: path) == nil, FileStatus(at: path)?.kind == .link else { return }
        throw .link(path)
    }

    /// That it cannot be written, for the reason of the call that failed last.
    func failure() -> FileFailure { .unwritable(path, .last) }

    /// Puts the bytes in place.
    package func write(_ bytes: [UInt8]) throws(FileFailure) {
        try Process.uninterrupted { () throws(FileFailure) in
            try FileDraft(of: self, holding: bytes).keep()
        }
    }

    /// Takes the file away again.
    package func remove() { Folder.remove(path) }
}
