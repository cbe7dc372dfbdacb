import Foundation
import GRDB
import RegisterStore
import RegisterStoreConformance
import TestSupport
import Testing

@testable import RegisterSQLite

/// From one version of the store to the next, and never back.
@Suite struct MigrationTests {
    private let place: StorePlace
    private let rows = StoreFiller()
    private static let next = Schemas(
        people: Schema(
            application: Schema.people.application,
            versions: Schema.people.versions + ["ALTER TABLE person ADD COLUMN note TEXT", ""]),
        keys: Schema(
            application: Schema.keys.application, versions: Schema.keys.versions + ["CREATE TABLE more (a INTEGER)"]))

    init() throws {
        place = try StorePlace()
        let store = try place.make()
        try store.write { try rows.save(0, into: $0) }
        store.close()
    }

    private func open(_ schemas: Schemas) throws -> SQLiteStore {
        try SQLiteStore(people: place.people, keys: place.keys, creates: false, patience: 1, schemas: schemas)
    }

    @Test func aNewerProgramBringsItOnAndKeepsWhatWas() throws {
        let store = try open(Self.next)
        #expect(try store.read { try $0.person(rows.id(0)) } == rows.person(0))
        try store.pool.read { database throws in
            #expect(try Int.fetchOne(database, sql: "PRAGMA people.user_version") == 3)
            #expect(try Int.fetchOne(database, sql: "PRAGMA main.user_version") == 2)
            #expect(try Row.fetchOne(database, sql: "SELECT note FROM person") != nil)
        }
        store.close()
        #expect(
            try place.folder.names
                == ["keys.sqlite", "keys.sqlite.before", "people.sqlite", "people.sqlite.before"])
        for name in ["keys.sqlite.before", "people.sqlite.before"] { #expect(try place.folder.mode(name) == 0o600) }
        let before = try SQLiteStore(people: place.people + ".before", keys: place.keys + ".before")
        #expect(try before.read { try $0.observations(of: rows.id(0)) } == [rows.observation(0)])
        #expect(try before.findings() == [])
    }

    @Test func anOlderProgramRefusesIt() throws {
        try open(Self.next).close()
        let before = try Data(contentsOf: URL(fileURLWithPath: place.people))
        #expect(throws: StoreError.newer(found: 3, known: 1)) { try place.open() }
        #expect(throws: StoreError.newer(found: 3, known: 1)) { try StoreFile(place.people, .people) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: place.people)) == before)
    }

    @Test func whatACrashLeftHalfWayIsFinished() throws {
        try Self.next.keys.migrate(place.keys)
        try Data("half".utf8).write(to: URL(fileURLWithPath: place.people + ".before.new"))
        let store = try open(Self.next)
        #expect(try store.read { try $0.person(rows.id(0)) } == rows.person(0))
        store.close()
        try open(Self.next).close()
    }

    @Test func aStepThatFailsLeavesTheOldVersion() throws {
        let wrong = Schemas(
            people: Schema(
                application: Schema.people.application,
                versions: Schema.people.versions + ["CREATE TABLE x (a INTEGER); CREATE TABLE person (a INTEGER)"]),
            keys: .keys)
        #expect(throws: StoreError.self) { try open(wrong) }
        let store = try place.open()
        #expect(try store.read { try $0.person(rows.id(0)) } == rows.person(0))
        let isThere = try store.pool.read { try $0.tableExists("x", in: "people") }
        #expect(!isThere)
    }

    /// What was deleted must not come back from a copy.
    @Test func scrubbingTakesTheCopiesAway() throws {
        let store = try open(Self.next)
        try store.scrub()
        store.close()
        #expect(try place.folder.names == ["keys.sqlite", "people.sqlite"])
    }
}
