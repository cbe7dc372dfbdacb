internal import Crypto
internal import RegisterStore

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A key that seals boxes of one store, in one generation.
///
/// A box is its head (algorithm, form, generation in two bytes), a random nonce of 96 bits, the text and the tag of
/// 128 bits. Its head, the store, the table and the row are authenticated with it, so that no box can stand in
/// another's place.
struct BoxKey: Sendable {
    /// What seals a box; the numbers stand in it.
    enum Algorithm: UInt8, CaseIterable, Sendable {
        /// AES-256-GCM (NIST SP 800-38D).
        case aes = 1
        /// ChaCha20-Poly1305 (RFC 8439), where a processor lacks AES.
        case chaCha = 2
    }

    private static let head = 4
    /// Head, nonce and tag.
    static let overhead = head + 12 + 16

    let key: SymmetricKey
    let store: RowID
    let generation: Int

    func seal(
        _ bytes: [UInt8], _ form: BoxForm, table: String, row: [UInt8], by algorithm: Algorithm = .aes
    ) -> [UInt8] {
        let (form, text) = form.text(of: bytes)
        let generation = UInt16(clamping: generation)
        let head = [
            algorithm.rawValue, form.rawValue, UInt8(generation >> 8), UInt8(truncatingIfNeeded: generation),
        ]
        let place = place(head[...], table, row)
        do {
            switch algorithm {
            case .aes:
                let box = try AES.GCM.seal(text, using: key, authenticating: place)
                return head + box.nonce + box.ciphertext + box.tag
            case .chaCha:
                return try head + ChaChaPoly.seal(text, using: key, authenticating: place).combined
            }
        } catch {
            preconditionFailure("a key of 32 bytes seals everything: \(error)")
        }
    }

    func open(_ box: [UInt8], table: String, row: [UInt8]) throws(SealError) -> [UInt8] {
        guard box.count >= Self.overhead else { throw .damaged }
        guard let algorithm = Algorithm(rawValue: box[0]), let form = BoxForm(rawValue: box[1]) else { throw .newer }
        let (place, sealed) = (place(box[..<Self.head], table, row), box[Self.head...])
        let text: [UInt8]
        do {
            switch algorithm {
            case .aes: text = try Array(AES.GCM.open(.init(combined: sealed), using: key, authenticating: place))
            case .chaCha: text = try Array(ChaChaPoly.open(.init(combined: sealed), using: key, authenticating: place))
            }
        } catch {
            throw .damaged
        }
        return try form.bytes(of: text)
    }

    /// The generation that a box says it is of.
    static func generation(of box: [UInt8]) -> Int? {
        box.count >= overhead ? Int(box[2]) << 8 | Int(box[3]) : nil
    }

    private func place(_ head: ArraySlice<UInt8>, _ table: String, _ row: [UInt8]) -> [UInt8] {
        let table = Array(table.utf8)
        var place: [UInt8] = []
        place.reserveCapacity(Self.head + 17 + table.count + row.count)
        place += head
        place += store.bytes
        place.append(UInt8(clamping: table.count))
        place += table
        place += row
        return place
    }
}
