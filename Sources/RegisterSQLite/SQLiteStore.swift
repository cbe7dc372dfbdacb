internal import GRDB
internal import Host
package import RegisterStore

/// A store in two files of SQLite: that of the keys is the main one, and that of the people is attached to it.
///
/// Nothing is asked of it from within its own `read` and `write`.
package final class SQLiteStore: RegisterStore {
    package let peoplePath: String
    package let keysPath: String
    /// How long a writer waits for another, in seconds.
    private static let patience = 5.0
    let pool: DatabasePool

    /// Opens a store, or makes one.
    ///
    /// - Parameter creates: makes both files, and their folders, and throws `.exists` where there is one.
    package convenience init(people: String, keys: String, creates: Bool = false) throws(StoreError) {
        try self.init(people: people, keys: keys, creates: creates, patience: Self.patience)
    }

    init(
        people: String, keys: String, creates: Bool, patience: Double, schemas: Schemas = .current
    ) throws(StoreError) {
        (peoplePath, keysPath) = (people, keys)
        try Self.checkPlaces([people, keys])
        if creates { try Self.make(people: people, keys: keys, schemas) }
        try schemas.people.check(people)
        try schemas.keys.check(keys)
        let opened = try Self.open(people: people, keys: keys, patience: patience)
        if try Self.isCurrent(opened, people: people, keys: keys, schemas) {
            pool = opened
        } else {
            try? opened.close()
            try Self.migrate(people: people, keys: keys, schemas)
            pool = try Self.open(people: people, keys: keys, patience: patience)
        }
    }

    deinit { close() }

    package func read<R>(_ body: (any StoreReading) throws -> R) throws -> R {
        try Self.passing {
            try pool.unsafeRead { database in
                try Self.openSnapshot(database)
                defer { try? database.rollback() }
                return try body(try Session(database))
            }
        }
    }

    package func write<R>(_ body: (any StoreWriting) throws -> R) throws -> R {
        try Self.passing {
            try pool.writeWithoutTransaction { database in
                var result: R?
                try database.inTransaction(.immediate) {
                    let session = try Session(database)
                    result = try body(session)
                    try session.keepStep()
                    return .commit
                }
                guard let result else { throw StoreError.failed("write") }
                return result
            }
        }
    }

    package func close() {
        // Whoever closes last takes in what the logs hold, and must be one who may write.
        pool.releaseMemory()
        try? pool.close()
    }

    /// Takes a snapshot of both files that no writer has come between. One that a crash has cut meanwhile is taken as it is,
    /// after a while: the next writer finishes it.
    static func openSnapshot(_ database: Database) throws {
        for _ in 0..<mostLooks {
            try database.beginTransaction(.deferred)
            do {
                if try !Turn(database).isCut { return }
            } catch {
                try? database.rollback()
                throw error
            }
            try database.rollback()
            WallClock.pause(for: .milliseconds(1))
        }
        try database.beginTransaction(.deferred)
        _ = try Turn(database)
    }

    private static let mostLooks = 500

    /// Lets errors of the body pass as they are.
    private static func passing<R>(_ body: () throws -> R) throws -> R {
        do { return try body() } catch let error as DatabaseError { throw StoreError(error) }
    }
}
