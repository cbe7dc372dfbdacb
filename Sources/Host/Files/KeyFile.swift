/// A file that holds a key: for its owner's eyes, made with random bytes where it is not there yet.
package enum KeyFile {
    private static let least = 16
    private static let count = 32
    private static let longest = 4_096

    /// The key's bytes, 16 at least; of one that is made, 32.
    package static func bytes(_ path: String) throws(KeyFileError) -> [UInt8] {
        do throws(FileFailure) {
            try OutputFile.refuseLink(path)
            if !Folder.holds(path) { try make(path) }
        } catch {
            throw .notMade(error)
        }
        guard let status = FileStatus(behind: path) else { throw .unreadable(path, .last) }
        guard !status.isOpenToAll else { throw .openToAll(path) }
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try InputFile.read(path, limit: longest, followsLinks: false)
        } catch {
            throw .unreadable(path, error.reason)
        }
        guard bytes.count >= least else { throw .short(path, least: least) }
        return bytes
    }

    private static func make(_ path: String) throws(FileFailure) {
        var generator = SystemRandomNumberGenerator()
        let random = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        do throws(FileFailure) {
            try OutputFile(path: path, replaces: false).write(random)
        } catch .exists {
            // Another program made it a moment ago.
        }
    }
}

/// Why there is no key.
package enum KeyFileError: Error, Hashable {
    /// It is a link, or was not there and cannot be made.
    case notMade(FileFailure)
    /// It cannot be read.
    case unreadable(String, SystemError)
    /// Everybody on the machine may do something with it.
    case openToAll(String)
    /// It is quickly guessed: of fewer bytes than this.
    case short(String, least: Int)
}
