internal import Synchronization

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
