import Foundation
import GRDB
import RegisterStore
import RegisterStoreConformance
import TestSupport
import Testing

@testable import RegisterSQLite

/// Two who have one store open.
@Suite struct SharingTests {
    private let place: StorePlace
    private let rows = StoreFiller()

    init() throws {
        place = try StorePlace()
        try place.make().close()
    }

    private func open(patience: Double) throws -> SQLiteStore {
        try SQLiteStore(people: place.people, keys: place.keys, creates: false, patience: patience)
    }

    @Test func aWriterWhoWaitsTooLongIsTold() throws {
        let (one, other) = (try open(patience: 5), try open(patience: 0.2))
        try one.write { writing in
            try rows.save(0, into: writing)
            let start = ContinuousClock.now
            #expect(throws: StoreError.busy) { try other.write { try rows.save(1, into: $0) } }
            #expect(ContinuousClock.now - start >= .milliseconds(150))
            #expect(try other.read { try $0.personCount() } == 0)
        }
        try other.write { try rows.save(1, into: $0) }
        #expect(try one.read { try $0.personCount() } == 2)
    }

    @Test func aStoreIsOpenedBesideAWriter() throws {
        let one = try open(patience: 5)
        try one.write { try rows.save(0, into: $0) }
        try one.write { writing in
            try rows.save(1, into: writing)
            let other = try open(patience: 0.2)
            #expect(try other.read { try $0.personCount() } == 1)
        }
    }

    @Test func writersWaitForEachOther() async throws {
        let (place, rows) = (place, rows)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<3 {
                let (people, keys) = (place.people, place.keys)
                group.addTask {
                    let store = try SQLiteStore(people: people, keys: keys)
                    for n in 0..<30 { try store.write { try rows.save(writer * 100 + n, into: $0) } }
                }
            }
            try await group.waitForAll()
        }
        let store = try place.open()
        #expect(try store.read { try $0.personCount() } == 90)
        #expect(try store.findings() == [])
    }

    /// As a crash between the two commits leaves it: the keys are a turn ahead. Whoever only opens it hides nothing of that.
    @Test func aCutStoreIsReadAndFinishedByTheNextWriter() throws {
        let store = try open(patience: 1)
        try store.write { try rows.save(0, into: $0) }
        try store.pool.write { try $0.execute(sql: "UPDATE main.turn SET n = n + 1") }
        #expect(try store.read { try $0.person(rows.id(0)) } == rows.person(0))
        #expect(try store.findings() == [])
        try open(patience: 1).close()
        #expect(try store.pool.read { try Turn($0).isCut })
        try store.write { _ in }
        #expect(try !store.pool.read { try Turn($0).isCut })
    }

    @Test func keysFromBeforeAreFound() throws {
        let store = try open(patience: 1)
        try store.backUp(keys: place.folder.path("older"))
        try store.write { try rows.save(0, into: $0) }
        store.close()
        let mixed = try SQLiteStore(people: place.people, keys: place.folder.path("older"))
        #expect(try mixed.read { try $0.personCount() } == 1)
        #expect(try mixed.findings() == [.olderKeys, .personsWithoutKey(1)])
    }
}
