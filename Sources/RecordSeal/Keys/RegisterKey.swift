internal import Crypto
internal import SmartCard

/// The root of all keys of a register: 256 random bits, which never stand in the store.
package struct RegisterKey: Hashable, Sendable, CustomStringConvertible {
    static let count = 32

    let bytes: [UInt8]

    /// A new one, by chance.
    package init() { bytes = Random.bytes(Self.count) }

    /// None but for 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Self.count else { return nil }
        self.bytes = bytes
    }

    /// Eight hexadecimal digits that tell keys apart and say nothing of them.
    package var id: String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("thaiid register key id/1".utf8), using: SymmetricKey(data: bytes))
        return Hex.encode(Array(code).prefix(4)).lowercased()
    }

    /// Says no more than which it is, wherever it is printed by mistake.
    package var description: String { "RegisterKey(\(id))" }
}

enum Random {
    /// Bytes that nobody can foresee.
    static func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
}
