internal import CardTrace
internal import Crypto
internal import Invention

/// The secret on which it depends who becomes whom.
///
/// The same key gives a person the same pseudonym in every recording. It must stay secret and hard to
/// guess: there are only 10¹² citizen IDs, so that whoever has the key can try them all.
public struct PseudonymKey: Sendable {
    /// The fewest bytes that a key may have.
    public static let shortest = 16

    private let secret: SymmetricKey

    /// Makes a key that nobody has, and nobody will have again.
    public init() { secret = SymmetricKey(size: .bits256) }

    /// Takes the bytes of a key; `nil` where there are too few.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.shortest else { return nil }
        secret = SymmetricKey(data: bytes)
    }

    /// The lots that belong to some values in this order, by HMAC-SHA-256 (RFC 2104).
    ///
    /// What is drawn can be seen, and from it the seed be worked out. No seed therefore serves for two
    /// things: knowing one tells nothing of another, nor of the key.
    func lots(_ values: [[UInt8]]) -> SplitMix64 {
        var code = HMAC<SHA256>(key: secret)
        for value in values {
            // Its length before each keeps the limits between values from moving.
            code.update(data: [UInt8(truncatingIfNeeded: value.count >> 8), UInt8(truncatingIfNeeded: value.count)])
            code.update(data: value)
        }
        return SplitMix64(seed: code.finalize().prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
}
