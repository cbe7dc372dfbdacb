/// A file to whose end lines are added, each in one write and on the disk before anything else happens.
///
/// Any number of processes may write into one file: whoever writes holds its lock, and takes back what
/// the disk had no room for.
package struct AppendedFile {
    package let path: String

    package init(path: String) { self.path = path }

    /// Adds bytes (a file that is not there yet gets mode 0600 under any mask).
    package func append(_ bytes: [UInt8]) throws(FileFailure) {
        try Process.uninterrupted { () throws(FileFailure) in
            let descriptor = try open()
            defer { Descriptor.close(descriptor) }
            guard Descriptor.lock(descriptor, waits: true), let before = FileStatus(descriptor) else { throw failure() }
            let written = Descriptor.writeOnce(bytes[...], to: descriptor)
            guard written == bytes.count else {
                let reason = written < 0 ? SystemError.last : .noSpace
                if written > 0 { Descriptor.cut(descriptor, to: before.size) }
                throw .unwritable(path, reason)
            }
            // What is no file, such as a pipe to another program, has no disk to wait for.
            guard Descriptor.sync(descriptor) || [.invalid, .readOnly].contains(SystemError.last) else {
                throw failure()
            }
        }
    }

    /// Finds out early whether bytes can be added.
    package func check() throws(FileFailure) {
        try OutputFile.refuseLink(path)
        if Folder.holds(path) {
            guard Folder.allows(.writing, path) else { throw failure() }
        } else {
            Descriptor.close(try open())
        }
    }

    private func open() throws(FileFailure) -> Int32 {
        if let stream = Descriptor.named(by: path) {
            let descriptor = Descriptor.isForOutput(stream) ? Descriptor.copy(stream) : -1
            guard descriptor >= 0 else { throw failure() }
            return descriptor
        }
        try OutputFile.refuseLink(path)
        // A pipe that nobody reads is an error and nothing to wait for.
        let opening: Descriptor.Opening = [.writing, .atEnd, .noWaiting, .noLink]
        var descriptor = Descriptor.open(path, opening.union(.new))
        if descriptor >= 0 {
            guard Descriptor.makePrivate(descriptor) else { throw failure() }
        } else if SystemError.last == .exists {
            descriptor = Descriptor.open(path, opening)
        }
        guard descriptor >= 0 else { throw failure() }
        return descriptor
    }

    private func failure() -> FileFailure { .unwritable(path, .last) }
}
