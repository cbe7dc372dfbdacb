internal import Crypto
internal import SmartCard

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What signs a register's checkpoints: Ed25519 (RFC 8032), under the register's name.
package struct CheckpointSigner: Sendable {
    /// The register's name in its checkpoints.
    package let origin: String
    /// Ed25519, among the algorithms of signed notes.
    private static let algorithm: UInt8 = 1
    private let key: Curve25519.Signing.PrivateKey

    /// - Parameter seed: 32 bytes, which always give the same key.
    package init(store: String, seed: [UInt8]) {
        do { key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed) } catch {
            preconditionFailure("a seed has 32 bytes: \(error)")
        }
        origin = "thaiid-register/" + store
    }

    package var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

    /// What others' programs take as the key (C2SP: signed-note): the name, what stands before its signatures, and the key.
    package var verifierKey: String {
        "\(origin)+\(Hex.encode(id).lowercased())+\(Data([Self.algorithm] + publicKey).base64EncodedString())"
    }

    /// Four bytes that stand before each signature.
    var id: [UInt8] { Self.id(of: origin, publicKey) }

    static func id(of origin: String, _ publicKey: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: Array(origin.utf8) + [0x0A, algorithm] + publicKey).prefix(4))
    }

    func signature(of text: String) -> [UInt8] {
        do { return try Array(key.signature(for: Array(text.utf8))) } catch {
            preconditionFailure("Ed25519 signs everything: \(error)")
        }
    }
}
