internal import Crypto
internal import RegisterStore

/// Keys out of a key: HKDF with SHA-256 (RFC 5869), one for each purpose and store.
enum Derivation {
    static func key(for purpose: String, from secret: [UInt8], store: RowID) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secret), salt: store.bytes,
            info: Array("thaiid register \(purpose)/1".utf8), outputByteCount: 32)
    }
}

/// A keyed hash: HMAC-SHA-256 (RFC 2104) under a key that is derived once.
struct HashKey: Sendable {
    private let key: SymmetricKey

    init(for purpose: String, from secret: [UInt8], store: RowID) {
        key = Derivation.key(for: purpose, from: secret, store: store)
    }

    func hash(_ bytes: [UInt8]) -> [UInt8] { Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key)) }

    /// The first sixteen bytes of the hash.
    func id(_ bytes: [UInt8]) -> RowID {
        guard let id = RowID(hash(bytes).prefix(16)) else { preconditionFailure("a hash has 32 bytes") }
        return id
    }
}
