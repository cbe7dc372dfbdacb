import Foundation
import GRDB
import RegisterStore
import RegisterStoreConformance
import TestSupport
import Testing

@testable import RegisterSQLite

/// What is opened as a store, what is made, and what is refused.
@Suite struct OpeningTests {
    private let place: StorePlace
    private let rows = StoreFiller()

    init() throws { place = try StorePlace() }

    @Test func whatWasKeptIsThereWhenItIsOpenedAgain() throws {
        let store = try place.make()
        let id = try store.read { try $0.setting("id") }
        try store.write { try rows.save(1, into: $0) }
        store.close()
        store.close()
        #expect(try place.folder.names == ["keys.sqlite", "people.sqlite"])
        let again = try place.open()
        #expect(try again.read { try $0.setting("id") } == id)
        #expect(try again.read { try $0.person(rows.id(1)) } == rows.person(1))
    }

    @Test func nothingIsMadeOverAnother() throws {
        try place.make().close()
        #expect(throws: StoreError.exists(place.people)) { try place.make() }
        try FileManager.default.removeItem(atPath: place.people)
        #expect(throws: StoreError.exists(place.keys)) { try place.make() }
        #expect(try place.folder.names == ["keys.sqlite"])
    }

    @Test func nothingIsMadeUnlessAskedFor() throws {
        #expect(throws: StoreError.missing(place.people)) { try place.open() }
        try place.make().close()
        try FileManager.default.removeItem(atPath: place.keys)
        #expect(throws: StoreError.missing(place.keys)) { try place.open() }
        #expect(try place.folder.names == ["people.sqlite"])
    }

    @Test func whatACrashLeftOfMakingOneIsNoHindrance() throws {
        for name in ["people.sqlite.new", "keys.sqlite.new"] {
            try Data("half".utf8).write(to: place.folder.url.appendingPathComponent(name))
        }
        let store = try place.make()
        #expect(try store.findings() == [])
        store.close()
        #expect(try place.folder.names == ["keys.sqlite", "people.sqlite"])
    }

    @Test func filesAreTheirOwnersAloneUnderAnyMask() async throws {
        setenv("THAIID_TEST_FOLDER", place.folder.url.path, 1)
        await #expect(processExitsWith: .success) {
            umask(0)
            let folder = String(cString: getenv("THAIID_TEST_FOLDER"))
            let store = try SQLiteStore(people: folder + "/a/b/people", keys: folder + "/c/keys", creates: true)
            try store.write { try StoreFiller().save(0, into: $0) }
            try store.backUp(people: folder + "/a/backup")
            try store.backUp(keys: folder + "/c/backup")
            let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
            precondition(names.count == 11, "\(names)")
            for name in names {
                let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
                let wanted = attributes[.type] as? FileAttributeType == .typeDirectory ? 0o700 : 0o600
                precondition(attributes[.posixPermissions] as? Int == wanted, name)
            }
        }
    }

    @Test(arguments: ["", "x", "SQLite format 3\0", String(repeating: "SQLite format 3\0", count: 1_000)])
    func noOtherFileIsOpenedOrTouched(_ text: String) throws {
        try place.make().close()
        for path in [place.people, place.keys] {
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            #expect(throws: StoreError.damaged(path)) { try place.open() }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(text.utf8))
            try before.write(to: URL(fileURLWithPath: path))
        }
        #expect(try place.folder.names == ["keys.sqlite", "people.sqlite"])
    }

    @Test func anotherProgramsDatabaseIsRefused() throws {
        try place.make().close()
        try FileManager.default.removeItem(atPath: place.people)
        let other = try DatabaseQueue(path: place.people)
        try other.write { try $0.execute(sql: "CREATE TABLE person (id BLOB); PRAGMA user_version = 1") }
        try other.close()
        #expect(throws: StoreError.damaged(place.people)) { try place.open() }
    }

    @Test func aFolderOrAPipeIsNoStore() throws {
        try place.make().close()
        try FileManager.default.removeItem(atPath: place.keys)
        try FileManager.default.createDirectory(atPath: place.keys, withIntermediateDirectories: false)
        #expect(throws: StoreError.damaged(place.keys)) { try place.open() }
        try FileManager.default.removeItem(atPath: place.keys)
        mkfifo(place.keys, 0o600)
        #expect(throws: StoreError.damaged(place.keys)) { try place.open() }
    }

    @Test func filesThatAreSwappedOrOfTwoStoresAreRefused() throws {
        let other = try StorePlace()
        try place.make().close()
        try other.make().close()
        #expect(throws: StoreError.damaged(place.keys)) { try SQLiteStore(people: place.keys, keys: place.people) }
        #expect(throws: StoreError.damaged("\(place.people), \(other.keys)")) {
            try SQLiteStore(people: place.people, keys: other.keys)
        }
    }

    @Test func aClosedStoreThrows() throws {
        let store = try place.make()
        store.close()
        #expect(throws: StoreError.self) { try store.read { try $0.personCount() } }
        #expect(throws: StoreError.self) { try store.write { try rows.save(0, into: $0) } }
        #expect(throws: StoreError.self) { try store.findings() }
    }

    /// Whatever stands in the files: an error, or what is read.
    @Test func noDamageIsACrash() throws {
        let store = try place.make()
        try rows.fill(store, 0..<200)
        store.close()
        let whole = try [place.people, place.keys].map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        var generator = SeededGenerator(seed: 9)
        var refused = 0
        for _ in 0..<60 {
            for (path, data) in zip([place.people, place.keys], whole) {
                var data = data
                for _ in 0..<Int.random(in: 1...40, using: &generator) {
                    data[Int.random(in: 0..<data.count, using: &generator)] = UInt8.random(
                        in: 0...255, using: &generator)
                }
                if Bool.random(using: &generator) {
                    data = data.prefix(Int.random(in: 0...data.count, using: &generator))
                }
                try data.write(to: URL(fileURLWithPath: path))
            }
            do {
                let store = try place.open()
                defer { store.close() }
                try store.read { store in
                    for row in try store.persons(after: nil, limit: 1_000) {
                        _ = try (
                            store.observations(of: row.id), store.visits(of: row.id, limit: 9), store.personKey(row.id)
                        )
                    }
                    try store.forEachBlock { _ in }
                    _ = try store.log(writer: 1, from: 0, limit: 1_000)
                }
                _ = try store.findings()
                try store.write { try rows.save(500, into: $0) }
            } catch let error as StoreError {
                refused += 1
                if case .missing = error { Issue.record("\(error)") }
            }
            for path in [place.people, place.keys] {
                for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
            }
        }
        #expect(refused > 30)
    }
}
