internal import CProcess
internal import Synchronization

/// A file that grows without a name, until it is whole and takes its place.
///
/// Whoever looks sees the old file or the new one. What is not kept is gone with this process, however
/// that ends. Where it needs a name before it is in its place (the file system has no files without
/// one, or it replaces another), that is a spare one, locked before there is anything to be seen: a
/// signal takes it away, and what a crash leaves the next draft in the folder does. What goes into a
/// stream goes there at once.
package final class FileDraft {
    private let file: OutputFile
    private var descriptor: Int32
    /// Its name, while that is not its place.
    private var spare: SpareName?
    /// What it replaced, as long as that may have to come back.
    private var replaced: SpareName?
    /// Whether nothing was in its place.
    private var isNew = false

    /// Begins a file (mode 0600 under any mask).
    package init(of file: OutputFile) throws(FileFailure) {
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
            _ = Descriptor.lock(descriptor)
        }
        guard Descriptor.makePrivate(descriptor) else { throw file.failure() }
        Leftovers.clear(file.folder)
    }

    /// Begins a file with all that it is to hold.
    package convenience init(of file: OutputFile, holding bytes: [UInt8]) throws(FileFailure) {
        try self.init(of: file)
        try append(bytes)
    }

    deinit {
        guard file.stream == nil, descriptor >= 0 else { return }
        spare?.remove()
        replaced?.remove()
        Descriptor.close(descriptor)
    }

    /// Adds bytes to its end.
    package func append(_ bytes: [UInt8]) throws(FileFailure) {
        guard Descriptor.write(bytes, to: descriptor) else { throw file.failure() }
    }

    /// Puts the file in its place. Nothing can be added to it then.
    package func keep() throws(FileFailure) { try Self.keep([self]) }

    /// Puts all of these files in their places, each whole and on the disk before the first is: where
    /// one cannot be, none is there.
    package static func keep(_ drafts: [FileDraft]) throws(FileFailure) {
        let drafts = drafts.filter { $0.file.stream == nil }
        try Process.uninterrupted { () throws(FileFailure) in
            for draft in drafts {
                guard Descriptor.sync(draft.descriptor) else { throw draft.file.failure() }
            }
            var kept: [FileDraft] = []
            do throws(FileFailure) {
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
        Descriptor.close(descriptor)
        descriptor = -1
    }

    /// Gives the file its name. A link fails where the name is taken, so nothing is overwritten even
    /// if it appeared a moment ago.
    private func takePlace(isAlone: Bool) throws(FileFailure) {
        if let spare, !file.replaces {
            guard Folder.link(spare.path, as: file.path) else { throw taken() }
            spare.remove()
            self.spare = nil
            isNew = true
        } else if spare != nil {
            try replace(isAlone: isAlone)
        } else if process_name_file(descriptor, file.path) == 0 {
            isNew = true
        } else {
            guard file.replaces, SystemError.last == .exists else { throw taken() }
            spare = try SpareName.link(descriptor, beside: file)
            try replace(isAlone: isAlone)
        }
    }

    /// Takes the place of another file, which may have to come back where this one is not alone.
    private func replace(isAlone: Bool) throws(FileFailure) {
        guard let spare else { return }
        // What stands there may have become another since it was looked at.
        try file.checkKind()
        isNew = FileStatus(at: file.path) == nil
        if !isAlone { replaced = SpareName.link(of: file) }
        guard Folder.rename(spare.path, to: file.path) else { throw file.failure() }
        spare.forget()
        self.spare = nil
    }

    /// Leaves its place to whatever was there before.
    private func takeBack() {
        guard let mine = FileStatus(descriptor), mine == FileStatus(at: file.path) else { return }
        if let replaced {
            guard Folder.rename(replaced.path, to: file.path) else { return }
            replaced.forget()
            self.replaced = nil
        } else if isNew {
            Folder.remove(file.path)
        }
    }

    private func taken() -> FileFailure { SystemError.last == .exists ? .exists(file.path) : file.failure() }

    private func syncFolder() throws(FileFailure) {
        let folder = Descriptor.open(file.folder, [.reading, .folder])
        guard folder >= 0 else {
            // A folder may be one to write into and not to look into: then all of the disk is synced.
            guard SystemError.last == .accessDenied, process_sync_disk(descriptor) == 0 else { throw file.failure() }
            return
        }
        defer { Descriptor.close(folder) }
        guard Descriptor.sync(folder) else { throw file.failure() }
    }
}

/// Drafts that a crash or a power cut left in a folder: what they hold is a person's.
enum Leftovers {
    /// The folders that have been looked through.
    private static let cleared = Mutex<Set<String>>([])

    /// Takes away the drafts in a folder that nobody holds, once in the life of this process. A folder
    /// that cannot be looked into is left as it is.
    static func clear(_ folder: String) {
        guard cleared.withLock({ $0.insert(folder).inserted }) else { return }
        for name in Folder.names(folder) ?? [] where SpareName.isOne(name) { clear(file: "\(folder)/\(name)") }
    }

    private static func clear(file path: String) {
        // For writing, which is what a lock asks for where files come over a network.
        let descriptor = Descriptor.open(path, [.both, .noLink, .noWaiting])
        guard descriptor >= 0 else { return }
        defer { Descriptor.close(descriptor) }
        guard let status = FileStatus(descriptor), status.kind == .file, Descriptor.lock(descriptor),
            status == FileStatus(at: path)
        else { return }
        Folder.remove(path)
    }
}
