import Crypto
import Host
import SmartCard

/// The key under which a log names holders: without it, 10¹² numbers are quickly tried.
///
/// Whoever has the key and a citizen ID finds the sheets that were made of that card; a log alone
/// tells only which sheets are of the same card.
struct LogKey {
    private static let least = 16
    private static let count = 32
    private static let longest = 4_096

    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads the key's file; one that is not there yet is made, with 32 random bytes.
    init(file path: String) throws(ToolError) {
        try asToolError(try OutputFile.refuseLink(path))
        if !Folder.holds(path) { try Self.make(path) }
        guard let status = FileStatus(behind: path) else {
            throw .document(.noKey(file: path, reason: "\(SystemError.last)"))
        }
        guard !status.isOpenToAll else { throw .refused(.logKeyOpen(path)) }
        do throws(FileFailure) {
            bytes = try InputFile.read(path, limit: Self.longest, followsLinks: false)
        } catch {
            throw .document(.noKey(file: path, reason: "\(error.reason)"))
        }
        guard bytes.count >= Self.least else { throw .refused(.logKeyShort(path, least: Self.least)) }
    }

    /// The hash of a citizen ID: HMAC-SHA-256 (RFC 2104) of its digits, in lower-case hex.
    func hash(_ citizenID: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(citizenID.utf8), using: SymmetricKey(data: bytes))
        return Hex.encode(Array(code)).lowercased()
    }

    private static func make(_ path: String) throws(ToolError) {
        var generator = SystemRandomNumberGenerator()
        let random = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        do throws(FileFailure) {
            try OutputFile(path: path, replaces: false).write(random)
        } catch .exists {
            // Another desk made it a moment ago.
        } catch {
            throw ToolError(error)
        }
    }
}
