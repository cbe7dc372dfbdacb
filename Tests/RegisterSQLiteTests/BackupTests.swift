import Foundation
import RegisterSQLite
import RegisterStore
import RegisterStoreConformance
import TestSupport
import Testing

/// Copies of each file by itself, and how they come back.
@Suite struct BackupTests {
    private let place: StorePlace
    private let rows = StoreFiller()
    private let store: SQLiteStore

    init() throws {
        place = try StorePlace()
        store = try place.make()
        try rows.fill(store, 0..<300)
    }

    @Test func eachFileIsCopiedWhileOthersWrite() throws {
        let (people, keys) = (place.folder.path("p.backup"), place.folder.path("k.backup"))
        try store.write { writing in
            try rows.save(300, into: writing)
            try store.backUp(people: people)
            try store.backUp(keys: keys)
        }
        #expect(try place.folder.names.filter { $0.contains("backup") } == ["k.backup", "p.backup"])
        let copy = try SQLiteStore(people: people, keys: keys)
        #expect(try copy.read { try $0.personCount() } == 300)
        #expect(try copy.read { try $0.personKey(rows.id(299)) } == rows.key(299))
        #expect(try copy.findings() == [])
    }

    @Test func noCopyTakesAnothersPlace() throws {
        let path = place.folder.path("copy")
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: StoreError.exists(path)) { try store.backUp(people: path) }
        #expect(throws: StoreError.exists(path)) { try store.backUp(keys: path) }
        #expect(place.folder.contents("copy") == "mine")
    }

    @Test func aCopyIntoNowhereIsToldAndLeavesNothing() throws {
        let path = place.folder.path("no/such/folder")
        #expect(throws: StoreError.missing(path + ".new")) { try store.backUp(people: path) }
    }

    @Test func anOlderCopyOfThePeopleGoesWithTheNewestKeys() throws {
        let backup = place.folder.path("p.backup")
        try store.backUp(people: backup)
        try store.write { store in
            try store.deletePersonKey(rows.id(7))
            try store.insert(ErasureRow(subject: rows.id(1_007), at: 5, writer: 1, n: 5))
            try store.deleteContents(of: rows.id(7))
            try rows.save(300, into: store)
        }
        store.close()
        for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: place.people + ending) }
        let file = try StoreFile(backup, .people)
        let keys = try StoreFile(place.keys, .keys)
        #expect(file.store == keys.store)
        try file.restore(to: place.people)
        let restored = try place.open()
        try restored.read { store throws in
            #expect(try store.personCount() == 300)
            #expect(try store.observations(of: rows.id(7)) == [rows.observation(7)])
            #expect(try store.personKey(rows.id(7)) == nil)
            #expect(try store.erasures().map(\.n) == [5])
        }
        #expect(try restored.findings() == [.personsWithoutKey(1)])
    }

    @Test func nothingIsRestoredOverAStore() throws {
        let backup = place.folder.path("backup")
        try store.backUp(keys: backup)
        let file = try StoreFile(backup, .keys)
        #expect(throws: StoreError.exists(place.keys)) { try file.restore(to: place.keys) }
        let other = place.folder.path("other")
        try Data().write(to: URL(fileURLWithPath: other + "-wal"))
        #expect(throws: StoreError.exists(other + "-wal")) { try file.restore(to: other) }
        #expect(throws: StoreError.damaged(backup)) { try StoreFile(backup, .people) }
    }

    @Test func aCopyThatIsCutShortIsFound() throws {
        let backup = place.folder.path("backup")
        try store.backUp(people: backup)
        let whole = try Data(contentsOf: URL(fileURLWithPath: backup))
        try whole.prefix(whole.count - 4_096 * 3).write(to: URL(fileURLWithPath: backup))
        #expect { try StoreFile(backup, .people) } throws: { error in
            if case .damaged = error as? StoreError { true } else { false }
        }
    }

    /// What is deleted is in none of the files, and was in them before.
    @Test func nothingOfWhatWasDeletedIsLeftOnceScrubbed() throws {
        let canary = Array("canary-of-one-person".utf8)
        let person = rows.id(1)
        try store.write { store in
            try store.insert(
                CorrectionRow(
                    id: rows.id(900), person: person, field: "f", sealed: canary, officer: 1, at: 1, ended: nil))
            try store.insert(
                PhotoRow(id: rows.id(901), person: person, sealed: [UInt8](repeating: 7, count: 9_000) + canary))
            try store.put(PersonKeyRow(person: person, generation: 1, wrapped: canary, block: 0))
            try store.put(BlockRow(id: 0, generation: 1, sealed: [UInt8](repeating: 7, count: 5_000) + canary))
        }
        try store.scrub()
        #expect(try files(with: canary) == ["keys.sqlite", "people.sqlite"])
        try store.write { store in
            try store.deletePersonKey(person)
            try store.put(BlockRow(id: 0, generation: 1, sealed: [UInt8](repeating: 8, count: 100)))
            try store.deleteContents(of: person)
        }
        try store.scrub()
        #expect(try files(with: canary) == [])
    }

    private func files(with bytes: [UInt8]) throws -> [String] {
        try place.folder.names.filter {
            try Data(contentsOf: place.folder.url.appendingPathComponent($0)).range(of: Data(bytes)) != nil
        }
    }
}
