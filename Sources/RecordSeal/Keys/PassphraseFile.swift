internal import Crypto
internal import CryptoExtras
internal import RegisterStore

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A register key that a passphrase opens: a number for how, a salt of 16 bytes, and the key in a box under what scrypt
/// (RFC 7914) makes of both. Another passphrase leaves the key as it is.
enum PassphraseFile {
    /// Fewer characters are not taken.
    static let least = 12

    /// N = 2¹⁷, r = 8, p = 1: a third of a second and 128 MiB for each guess.
    private static let version: UInt8 = 1
    private static let (rounds, blockSize, lanes) = (1 << 17, 8, 1)
    private static let saltCount = 16
    private static let (table, row) = ("passphrase", Array("register key".utf8))

    /// How many bytes it has.
    static let count = 1 + saltCount + BoxKey.overhead + RegisterKey.count

    static func bytes(_ key: RegisterKey, passphrase: String) throws(KeyPlaceError) -> [UInt8] {
        let salt = Random.bytes(saltCount)
        return try [version] + salt + boxKey(passphrase, salt).seal(key.bytes, .bare, table: table, row: row)
    }

    static func key(in bytes: [UInt8], passphrase: String, _ path: String) throws(KeyPlaceError) -> RegisterKey {
        let head = 1 + saltCount
        guard bytes.count == count, bytes[0] == version else {
            throw .noKey(path)
        }
        let key = try boxKey(passphrase, Array(bytes[1..<head]))
        guard let opened = try? key.open(Array(bytes[head...]), table: table, row: row),
            let key = RegisterKey(bytes: opened)
        else { throw .wrongPassphrase }
        return key
    }

    /// It is of no store: a salt is in the place of one.
    private static func boxKey(_ passphrase: String, _ salt: [UInt8]) throws(KeyPlaceError) -> BoxKey {
        guard let store = RowID(salt),
            let key = try? KDF.Scrypt.deriveKey(
                from: Array(passphrase.utf8), salt: salt, outputByteCount: RegisterKey.count, rounds: rounds,
                blockSize: blockSize, parallelism: lanes)
        else { throw .noMemory }
        return BoxKey(key: key, store: store, generation: 0)
    }
}
