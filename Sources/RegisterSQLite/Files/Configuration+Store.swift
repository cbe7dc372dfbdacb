internal import Foundation
internal import GRDB

extension Configuration {
    /// Of one file by itself.
    static func plain(readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.label = "store"
        configuration.prepareDatabase { database in try database.distrust("main") }
        return configuration
    }

    /// Of a store: the keys' file is opened, and the people's beside it.
    static func store(people: String, patience: Double) -> Configuration {
        var configuration = Configuration()
        configuration.label = "store"
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { database in
            try database.execute(sql: "ATTACH DATABASE ? AS people", arguments: [people])
            try database.distrust("main")
            try database.distrust("people")
        }
        return configuration
    }
}

extension Database {
    /// Has nothing leave the files, nothing that was deleted stay in them, and nothing in them be run.
    fileprivate func distrust(_ schema: String) throws {
        try execute(
            sql: """
                PRAGMA temp_store = MEMORY;
                PRAGMA trusted_schema = OFF;
                PRAGMA cell_size_check = ON;
                PRAGMA \(schema).secure_delete = ON;
                PRAGMA \(schema).synchronous = FULL;
                """)
    }

    /// Has both files keep a log of what is written, which readers do not wait for, on the disk at each commit.
    func keepLogs() throws {
        for schema in ["main", "people"] {
            guard try String.fetchOne(self, sql: "PRAGMA \(schema).journal_mode = WAL") == "wal" else {
                throw DatabaseError(resultCode: .SQLITE_READONLY)
            }
            try execute(sql: "PRAGMA \(schema).synchronous = FULL")
        }
    }
}
