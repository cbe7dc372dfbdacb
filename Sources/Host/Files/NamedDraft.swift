/// A file that a library writes by its name, until it is whole and takes its place beside it.
///
/// Nobody else may be at work on the same place: what an earlier draft left is taken away.
package struct NamedDraft {
    /// Where it is to be.
    package let place: String
    /// What it is called until then.
    package let path: String

    /// Begins an empty file (mode 0600 under any mask).
    package init(of place: String) throws(FileFailure) {
        self.place = place
        path = place + ".new"
        Folder.remove(path)
        let descriptor = Descriptor.open(path, [.writing, .new, .noLink])
        guard descriptor >= 0 else { throw .unwritable(path, .last) }
        defer { Descriptor.close(descriptor) }
        guard Descriptor.makePrivate(descriptor) else { throw .unwritable(path, .last) }
    }

    /// Puts it in its place, on the disk; that of another file only if it may.
    package func keep(replaces: Bool = false) throws(FileFailure) {
        try sync(path, [.reading, .noLink])
        if replaces {
            guard Folder.rename(path, to: place) else { throw .unwritable(place, .last) }
        } else {
            guard Folder.link(path, as: place) else {
                throw SystemError.last == .exists ? .exists(place) : .unwritable(place, .last)
            }
            Folder.remove(path)
        }
        try sync(Folder.holding(place), [.reading, .folder])
    }

    /// Takes it away.
    package func remove() { Self.remove(path) }

    /// Takes away a file that once was one of these.
    package static func remove(_ path: String) { Folder.remove(path) }

    private func sync(_ path: String, _ opening: Descriptor.Opening) throws(FileFailure) {
        let descriptor = Descriptor.open(path, opening)
        guard descriptor >= 0 else { throw .unwritable(path, .last) }
        defer { Descriptor.close(descriptor) }
        guard Descriptor.sync(descriptor) else { throw .unwritable(path, .last) }
    }
}
