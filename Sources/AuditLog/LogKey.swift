internal import Crypto
package import Host
internal import SmartCard

/// The key under which a log names holders: without it, 10¹² numbers are quickly tried.
///
/// Whoever has the key and a citizen ID finds the sheets that were made of that card; a log alone
/// tells only which sheets are of the same card.
package struct LogKey {
    private static let least = 16
    private static let count = 32
    private static let longest = 4_096

    private let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads the key's file; one that is not there yet is made, with 32 random bytes.
    package init(file path: String) throws(LogKeyError) {
        do throws(FileFailure) {
            try OutputFile.refuseLink(path)
            if !Folder.holds(path) { try Self.make(path) }
        } catch {
            throw .notMade(error)
        }
        guard let status = FileStatus(behind: path) else { throw .unreadable(path, .last) }
        guard !status.isOpenToAll else { throw .openToAll(path) }
        do throws(FileFailure) {
            bytes = try InputFile.read(path, limit: Self.longest, followsLinks: false)
        } catch {
            throw .unreadable(path, error.reason)
        }
        guard bytes.count >= Self.least else { throw .short(path, least: Self.least) }
    }

    /// The hash of a citizen ID: HMAC-SHA-256 (RFC 2104) of its digits, in lower-case hex.
    package func hash(_ citizenID: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(citizenID.utf8), using: SymmetricKey(data: bytes))
        return Hex.encode(Array(code)).lowercased()
    }

    private static func make(_ path: String) throws(FileFailure) {
        var generator = SystemRandomNumberGenerator()
        let random = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        do throws(FileFailure) {
            try OutputFile(path: path, replaces: false).write(random)
        } catch .exists {
            // Another desk made it a moment ago.
        }
    }
}

/// Why there is no key.
package enum LogKeyError: Error, Hashable {
    /// It is a link, or was not there and cannot be made.
    case notMade(FileFailure)
    /// It cannot be read.
    case unreadable(String, SystemError)
    /// Everybody on the machine may do something with it.
    case openToAll(String)
    /// It is quickly guessed: of fewer bytes than this.
    case short(String, least: Int)
}
