/// A file that somebody hands over, read whole up to a limit.
package enum InputFile {
    /// Opens a file for reading; `-` stands for standard input.
    package static func open(_ path: String, followsLinks: Bool = true) throws(FileFailure) -> Int32 {
        if path == "-" { return Descriptor.input }
        // One that is no link, of a key, may still stand for a stream.
        let isStream = !followsLinks && Descriptor.named(by: path) != nil
        let descriptor = Descriptor.open(path, followsLinks || isStream ? .reading : [.reading, .noLink])
        guard descriptor >= 0 else { throw .unreadable(path, .last) }
        return descriptor
    }

    /// Closes what `open` has opened.
    package static func close(_ descriptor: Int32, of path: String) {
        if path != "-" { Descriptor.close(descriptor) }
    }

    /// The file's bytes; `-` stands for standard input.
    ///
    /// - Parameter followsLinks: whether the name may be a link to the file. One that is not, of a
    ///   key, may still stand for a stream.
    /// - Throws: where it cannot be read or is larger than `limit` bytes: not more than that is ever
    ///   held, and of a file that says its size nothing is read.
    package static func read(_ path: String, limit: Int, followsLinks: Bool = true) throws(FileFailure) -> [UInt8] {
        let descriptor = try open(path, followsLinks: followsLinks)
        defer { close(descriptor, of: path) }
        if let status = FileStatus(descriptor), status.kind == .file, status.size > limit {
            throw .tooLarge(path, limit: limit)
        }
        var bytes: [UInt8] = []
        while let chunk = Descriptor.read(descriptor, capacity: 1 << 16) {
            if chunk.isEmpty { return bytes }
            guard bytes.count + chunk.count <= limit else { throw .tooLarge(path, limit: limit) }
            bytes += chunk
        }
        throw .unreadable(path, .last)
    }
}
