import CProcess
import Host

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that grows without a name, until it is whole and takes its place.
///
/// Whoever looks sees the old file or the new one. What is not kept is gone with this process, however
/// that ends. Where it needs a name before it is in its place (the file system has no files without
/// one, or it replaces another), that is a spare one, locked before there is anything to be seen: a
/// signal takes it away, and what a crash leaves the next draft in the folder does. What goes into a
/// stream goes there at once.
final class FileDraft {
    private let file: OutputFile
    private var descriptor: Int32
    /// Its name, while that is not its place.
    private var spare: SpareName?
    /// What it replaced, as long as that may have to come back.
    private var replaced: SpareName?
    /// Whether nothing was in its place.
    private var isNew = false

    /// Begins a file (mode 0600 under any mask).
    init(of file: OutputFile) throws(ToolError) {
        try file.checkKind()
        self.file = file
        if let stream = file.stream {
            descriptor = stream
            return
        }
        descriptor = process_open_nameless(file.folder)
        if descriptor < 0 {
            let made = try SpareName.newFile(for: file)
            (descriptor, spare) = (made.descriptor, made.name)
        } else {
            // Before it can have a name; where the system knows no locks, nobody clears anything away.
            _ = flock(descriptor, LOCK_EX | LOCK_NB)
        }
        guard fchmod(descriptor, 0o600) == 0 else { throw file.failure() }
        Leftovers.clear(file.folder)
    }

    /// Begins a file with all that it is to hold.
    convenience init(of file: OutputFile, holding bytes: [UInt8]) throws(ToolError) {
        try self.init(of: file)
        try append(bytes)
    }

    deinit {
        guard file.stream == nil, descriptor >= 0 else { return }
        spare?.remove()
        replaced?.remove()
        close(descriptor)
    }

    /// Adds bytes to its end.
    func append(_ bytes: [UInt8]) throws(ToolError) {
        guard Descriptor.write(bytes, to: descriptor) else { throw file.failure() }
    }

    /// Puts the file in its place. Nothing can be added to it then.
    func keep() throws(ToolError) { try Self.keep([self]) }

    /// Puts all of these files in their places, each whole and on the disk before the first is: where
    /// one cannot be, none is there.
    static func keep(_ drafts: [FileDraft]) throws(ToolError) {
        let drafts = drafts.filter { $0.file.stream == nil }
        try Process.uninterrupted { () throws(ToolError) in
            for draft in drafts {
                guard fsync(draft.descriptor) == 0 else { throw draft.file.failure() }
            }
            var kept: [FileDraft] = []
            do throws(ToolError) {
                for draft in drafts {
                    try draft.takePlace(isAlone: drafts.count == 1)
                    kept.append(draft)
                }
                for draft in drafts { try draft.syncFolder() }
            } catch {
                for draft in kept { draft.takeBack() }
                throw error
            }
            for draft in drafts { draft.end() }
        }
    }

    private func end() {
        replaced?.remove()
        close(descriptor)
        descriptor = -1
    }

    /// Gives the file its name. A link fails where the name is taken, so nothing is overwritten even
    /// if it appeared a moment ago.
    private func takePlace(isAlone: Bool) throws(ToolError) {
        if let spare, !file.replaces {
            guard link(spare.path, file.path) == 0 else { throw taken() }
            spare.remove()
            self.spare = nil
            isNew = true
        } else if spare != nil {
            try replace(isAlone: isAlone)
        } else if process_name_file(descriptor, file.path) == 0 {
            isNew = true
        } else {
            guard file.replaces, errno == EEXIST else { throw taken() }
            spare = try SpareName.link(descriptor, beside: file)
            try replace(isAlone: isAlone)
        }
    }

    /// Takes the place of another file, which may have to come back where this one is not alone.
    private func replace(isAlone: Bool) throws(ToolError) {
        guard let spare else { return }
        // What stands there may have become another since it was looked at.
        try file.checkKind()
        isNew = FileIdentity(at: file.path) == nil
        if !isAlone { replaced = SpareName.link(of: file) }
        guard rename(spare.path, file.path) == 0 else { throw file.failure() }
        spare.forget()
        self.spare = nil
    }

    /// Leaves its place to whatever was there before.
    private func takeBack() {
        guard let mine = FileIdentity(descriptor), mine == FileIdentity(at: file.path) else { return }
        if let replaced {
            guard rename(replaced.path, file.path) == 0 else { return }
            replaced.forget()
            self.replaced = nil
        } else if isNew {
            unlink(file.path)
        }
    }

    private func taken() -> ToolError { errno == EEXIST ? .refused(.exists(file.path)) : file.failure() }

    private func syncFolder() throws(ToolError) {
        let directory = open(file.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else {
            // A folder may be one to write into and not to look into: then all of the disk is synced.
            guard errno == EACCES, process_sync_disk(descriptor) == 0 else { throw file.failure() }
            return
        }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw file.failure() }
    }
}
