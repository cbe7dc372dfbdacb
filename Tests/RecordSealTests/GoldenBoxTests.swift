import AuditLog
import RegisterStore
import SmartCard
import TestSupport
import Testing

@testable import RecordSeal

/// What the first version sealed: whatever changes, it must open for as long as there are registers.
@Suite struct GoldenBoxTests {
    private let ring: Keyring

    init() throws {
        let rows = try GoldenBoxes.secrets.map { name, wrapped in
            SecretRow(name: name, wrapped: try #require(GoldenBoxes.bytes(wrapped)))
        }
        ring = try Keyring(root: Rings.root, store: Rings.store, secrets: rows)
    }

    @Test func boxesOpen() throws {
        let wrapped = try #require(GoldenBoxes.bytes(GoldenBoxes.personKey))
        let key = try ring.personKey(PersonKeyRow(person: Rings.id(1), generation: 1, wrapped: wrapped, block: 1))
        for (form, box) in [(2, GoldenBoxes.packed), (1, GoldenBoxes.padded), (2, GoldenBoxes.chaCha)] {
            let box = try #require(GoldenBoxes.bytes(box))
            #expect(Int(box[1]) == form)
            #expect(try key.open(box, table: "observation", row: Rings.id(2)) == Array(GoldenBoxes.text.utf8))
        }
        let block = try #require(GoldenBoxes.bytes(GoldenBoxes.block))
        #expect(try ring.openBlock(BlockRow(id: 7, generation: 1, sealed: block)) == Array(GoldenBoxes.text.utf8))
    }

    @Test func hashesAreWhatTheyWere() {
        let hashes =
            [ring.citizenKeys(of: "1000000000009")[0], ring.erasureKey(of: "1000000000009")].map(\.text)
            + [
                ring.contentKey(Array(GoldenBoxes.text.utf8)).text, ring.photoID([0xFF, 0xD8], of: Rings.id(1)).text,
                String(ring.fieldsKey(["citizenID", "sex"])), ring.subject(of: "1000000000009"),
                Hex.encode(ring.signer.publicKey),
            ]
        #expect(hashes == GoldenBoxes.hashes)
    }
}
