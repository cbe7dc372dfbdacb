import AuditLog
import RegisterStore
import TestSupport
import Testing

@testable import RecordSeal

/// All keys of a register, and what becomes of them over the years.
@Suite struct KeyringTests {
    private let person = Rings.id(1)
    private let citizenID = "1000000000009"

    @Test func rowsBringBackTheSameKeys() throws {
        let (ring, rows) = Rings.new()
        #expect(rows.map(\.name) == ["content", "erasure", "generation/1", "log", "signing"])
        let again = try Keyring(root: Rings.root, store: Rings.store, secrets: rows.reversed())
        #expect(again.generation == 1)
        #expect(again.citizenKeys(of: citizenID) == ring.citizenKeys(of: citizenID))
        #expect(Lasting(again, citizenID) == Lasting(ring, citizenID))
        let (key, row) = ring.newPersonKey(for: person, block: 3)
        #expect((row.person, row.block, row.generation) == (person, 3, 1))
        let box = key.seal([1, 2, 3], table: "photo", row: person, packing: false)
        #expect(try again.personKey(row).open(box, table: "photo", row: person) == [1, 2, 3])
    }

    @Test func anotherKeyAnotherStoreAndDamageAreToldApart() throws {
        let (_, rows) = Rings.new()
        #expect(throws: SealError.wrongKey) {
            try Keyring(root: Rings.key(1), store: Rings.store, secrets: rows)
        }
        #expect(throws: SealError.wrongKey) { try Keyring(root: Rings.root, store: Rings.id(1), secrets: rows) }
        for index in rows.indices {
            var broken = rows
            broken[index] = SecretRow(name: rows[index].name, wrapped: [0] + rows[index].wrapped.dropFirst())
            #expect(throws: SealError.damaged) { try Keyring(root: Rings.root, store: Rings.store, secrets: broken) }
            broken.remove(at: index)
            #expect(throws: SealError.missing(rows[index].name)) {
                try Keyring(root: Rings.root, store: Rings.store, secrets: broken)
            }
            let other = rows[(index + 1) % rows.count]
            broken.append(SecretRow(name: rows[index].name, wrapped: other.wrapped))
            #expect(throws: SealError.damaged) { try Keyring(root: Rings.root, store: Rings.store, secrets: broken) }
        }
        #expect(throws: SealError.missing("log")) { try Keyring(root: Rings.root, store: Rings.store, secrets: []) }
    }

    @Test func namesOfRowsAreNotTakenForOthers() throws {
        let (ring, rows) = Rings.new()
        let secrets = Secrets()
        for name in ["generation/0", "generation/01", "generation/65536", "generation/", "other"] {
            let key = BoxKey(
                key: Derivation.key(for: "root", from: Rings.root.bytes, store: Rings.store), store: Rings.store,
                generation: 0)
            let bytes = try #require(secrets.generations[1])
            let row = SecretRow(
                name: name, wrapped: key.seal(bytes, .bare, table: "secret", row: Array(name.utf8)))
            let again = try Keyring(root: Rings.root, store: Rings.store, secrets: rows + [row])
            #expect(again.citizenKeys(of: citizenID) == ring.citizenKeys(of: citizenID))
        }
    }

    @Test func peopleAreFoundInEachGenerationTheNewestFirst() throws {
        let (first, _) = Rings.new()
        let (second, rows) = first.addingGeneration()
        let (third, _) = second.addingGeneration()
        #expect((first.generation, second.generation, third.generation) == (1, 2, 3))
        #expect(rows.map(\.name).filter { $0.hasPrefix("generation") } == ["generation/1", "generation/2"])
        let keys = third.citizenKeys(of: citizenID)
        #expect(Set(keys).count == 3)
        #expect(Array(keys.dropFirst()) == second.citizenKeys(of: citizenID))
        #expect(Array(keys.dropFirst(2)) == first.citizenKeys(of: citizenID))
        #expect(Lasting(third, citizenID) == Lasting(first, citizenID))
    }

    @Test func whatWasSealedBeforeARekeyOpensAfterIt() throws {
        let (old, _) = Rings.new()
        let (key, row) = old.newPersonKey(for: person, block: 1)
        let box = key.seal([1], table: "photo", row: person, packing: false)
        let block = old.sealBlock([2], id: 1)
        let (both, rows) = old.addingGeneration(under: Rings.key(1))
        #expect(throws: SealError.wrongKey) { try Keyring(root: Rings.root, store: Rings.store, secrets: rows) }
        let again = try Keyring(root: Rings.key(1), store: Rings.store, secrets: rows)
        #expect(try again.openBlock(block) == [2])
        #expect(try both.personKey(row).open(box, table: "photo", row: person) == [1])
        let rewrapped = try both.rewrap(row)
        #expect((rewrapped.generation, rewrapped.block, rewrapped.person) == (2, 1, person))
        let (new, deleted) = again.droppingOldGenerations()
        #expect(deleted == ["generation/1"])
        #expect(new.generation == 2)
        // The box stays as it was: it is its key that was wrapped anew.
        #expect(try new.personKey(rewrapped).open(box, table: "photo", row: person) == [1])
        #expect(throws: SealError.generation(1)) { try new.personKey(row) }
        #expect(throws: SealError.generation(1)) { try new.openBlock(block) }
        let kept = rows.filter { !deleted.contains($0.name) }
        #expect(try Keyring(root: Rings.key(1), store: Rings.store, secrets: kept).generation == 2)
    }

    @Test func hashesTellNothingAlikeThatIsNot() throws {
        let (ring, _) = Rings.new()
        #expect(ring.fieldsKey(["b", "a", "b"]) == ring.fieldsKey(["a", "b"]))
        #expect(ring.fieldsKey(["a", "b"]) != ring.fieldsKey(["ab"]))
        #expect(ring.photoID([1], of: Rings.id(1)) != ring.photoID([1], of: Rings.id(2)))
        let bytes = Array(citizenID.utf8)
        let ids = [ring.contentKey(bytes), ring.erasureKey(of: citizenID)] + ring.citizenKeys(of: citizenID)
        #expect(Set(ids).count == 3)
        #expect(ring.subject(of: citizenID) == ring.logKey.hash(citizenID))
        let (other, _) = Rings.new()
        #expect(Set(ids + [other.contentKey(bytes), other.erasureKey(of: citizenID)]).count == 5)
        #expect(other.signer.publicKey != ring.signer.publicKey)
        #expect(ring.signer.origin == "thaiid-register/" + Rings.store.text)
    }
}

/// What must be the same for as long as the register lives.
private struct Lasting: Equatable {
    let content: RowID
    let fields: Int64
    let photo: RowID
    let erasure: RowID
    let subject: String
    let publicKey: [UInt8]

    init(_ ring: Keyring, _ citizenID: String) {
        content = ring.contentKey([1])
        fields = ring.fieldsKey(["a"])
        photo = ring.photoID([1], of: Rings.id(1))
        erasure = ring.erasureKey(of: citizenID)
        subject = ring.subject(of: citizenID)
        publicKey = ring.signer.publicKey
    }
}
