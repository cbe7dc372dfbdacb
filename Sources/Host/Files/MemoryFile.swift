internal import CProcess

/// A file that is in memory alone and that nobody can change, for the program that takes this one's place
/// (`Process.become`).
package enum MemoryFile {
    /// Makes one, to be read from its beginning.
    ///
    /// - Parameter name: tells it apart for whoever lists a process's files, and so says nothing of what is in it.
    /// - Returns: its descriptor, which the other program inherits.
    package static func make(named name: String, holding bytes: [UInt8]) throws(SystemError) -> Int32 {
        let descriptor = process_memory_file(name, bytes, bytes.count)
        guard descriptor >= 0 else { throw .last }
        return descriptor
    }
}
