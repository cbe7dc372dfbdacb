import RegisterSQLite
import TestSupport

/// A folder of its own for a store, gone with the test.
struct StorePlace {
    let folder: TemporaryFolder
    var people: String { folder.path("people.sqlite") }
    var keys: String { folder.path("keys.sqlite") }

    init() throws { folder = try TemporaryFolder() }

    func make() throws -> SQLiteStore { try SQLiteStore(people: people, keys: keys, creates: true) }
    func open() throws -> SQLiteStore { try SQLiteStore(people: people, keys: keys) }
}
