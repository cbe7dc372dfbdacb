internal import Crypto
package import Host
internal import SmartCard

/// The key under which a log names holders: without it, 10¹² numbers are quickly tried.
///
/// Whoever has the key and a citizen ID finds the sheets that were made of that card; a log alone
/// tells only which sheets are of the same card.
package struct LogKey: Sendable {
    private let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads the key's file; one that is not there yet is made, with 32 random bytes.
    package init(file path: String) throws(KeyFileError) { bytes = try KeyFile.bytes(path) }

    /// The hash of a citizen ID: HMAC-SHA-256 (RFC 2104) of its digits, in lower-case hex.
    package func hash(_ citizenID: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(citizenID.utf8), using: SymmetricKey(data: bytes))
        return Hex.encode(Array(code)).lowercased()
    }
}
