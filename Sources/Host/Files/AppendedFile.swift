/// A file to whose end lines are added, each in one write and on the disk before anything else happens.
///
/// Any number of processes may write into one file: whoever writes holds its lock, and takes back what
/// the disk had no room for.
package struct AppendedFile {
    package let path: String

    package init(path: String) { self.path = path }

    /// Adds bytes (a file that is not there yet gets mode 0600 under any mask).
    package func append(_ bytes: [UInt8]) throws(FileFailure) { try append { _ throws(FileFailure) in bytes } }

    /// Adds bytes that are worked out, and noted elsewhere, once it is sure where they go: nobody else writes
    /// meanwhile. None where `prepare` gives `nil`.
    package func append(_ prepare: (inout LockedEnd) throws(FileFailure) -> [UInt8]?) throws(FileFailure) {
        try Process.uninterrupted { () throws(FileFailure) in
            let descriptor = try open()
            defer { Descriptor.close(descriptor) }
            guard Descriptor.lock(descriptor, waits: true), let before = FileStatus(descriptor) else { throw failure() }
            var end = LockedEnd(path: path, descriptor: descriptor, size: before.size)
            guard let bytes = try prepare(&end) else { return }
            let written = Descriptor.writeOnce(bytes[...], to: descriptor)
            guard written == bytes.count else {
                let reason = written < 0 ? SystemError.last : .noSpace
                if written > 0 { Descriptor.cut(descriptor, to: end.size) }
                throw .unwritable(path, reason)
            }
            // What is no file, such as a pipe to another program, has no disk to wait for.
            guard Descriptor.sync(descriptor) || [.invalid, .readOnly].contains(SystemError.last) else {
                throw failure()
            }
        }
    }

    /// The end of a file that nobody else can write to meanwhile.
    package struct LockedEnd {
        let path: String
        let descriptor: Int32
        /// How many bytes the file has.
        package private(set) var size: Int

        /// Bytes that the file has, as many as there are of those that are asked for.
        package func bytes(_ span: Range<Int>) -> [UInt8] {
            let reading = Descriptor.open(path, [.reading, .noLink, .noWaiting])
            guard reading >= 0 else { return [] }
            defer { Descriptor.close(reading) }
            guard FileStatus(reading) == FileStatus(descriptor) else { return [] }
            var bytes: [UInt8] = []
            while bytes.count < span.count {
                let (offset, rest) = (span.lowerBound + bytes.count, span.count - bytes.count)
                guard let part = Descriptor.read(reading, capacity: rest, from: offset), !part.isEmpty else { break }
                bytes += part
            }
            return bytes
        }

        /// Takes away what a crash left of something at the end.
        package mutating func cut(to size: Int) {
            Descriptor.cut(descriptor, to: size)
            self.size = size
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
