internal import GRDB
internal import Host
internal import RegisterStore

extension Schema {
    private static let magic = Array("SQLite format 3".utf8)
    /// As much of a file as tells what it is: sqlite.org/fileformat2.html, 1.3.
    private static let headerCount = 100

    /// Refuses what is no such file, by its first bytes alone: to a file that is somebody else's nothing is ever done.
    func check(_ path: String) throws(StoreError) {
        guard Folder.holds(path) else { throw .missing(path) }
        let descriptor = Descriptor.open(path, [.reading, .noWaiting])
        guard descriptor >= 0 else { throw .failed("\(path): \(SystemError.last)") }
        defer { Descriptor.close(descriptor) }
        guard FileStatus(descriptor)?.kind == .file,
            let header = Descriptor.read(descriptor, capacity: Self.headerCount, from: 0),
            header.count == Self.headerCount, header.starts(with: Self.magic),
            header[68..<72].reduce(0, { $0 << 8 | Int($1) }) == application
        else { throw .damaged(path) }
    }

    /// The version and the store's id that a file of an open connection has, under its name there.
    func note(_ database: Database, _ name: String, _ path: String) throws -> (version: Int, store: RowID) {
        let version = try Int.fetchOne(database, sql: "PRAGMA \(name).user_version") ?? 0
        guard version <= newest else { throw StoreError.newer(found: version, known: newest) }
        guard version > 0, let row = try Row.fetchOne(database, sql: "SELECT value FROM \(name).store WHERE key = 'id'")
        else { throw StoreError.damaged(path) }
        var columns = Columns(row, of: path)
        return (version, try columns.id())
    }

    /// Makes a file of a new store, empty but for its tables, that is not in its place yet.
    func draft(_ path: String, store: RowID) throws(StoreError) -> NamedDraft {
        let draft = try StoreError.naming { () throws(FileFailure) in try NamedDraft(of: path) }
        do {
            try StoreError.mapping {
                let queue = try DatabaseQueue(path: draft.path, configuration: .plain(readOnly: false))
                try queue.write { database in
                    try database.execute(sql: "PRAGMA application_id = \(application)")
                    try raise(database, from: 0)
                    try database.execute(
                        sql: "INSERT INTO store VALUES ('id', ?)", arguments: StatementArguments([store]))
                }
                try queue.close()
            }
        } catch {
            draft.remove()
            throw error
        }
        return draft
    }

    /// Brings a file to the newest version, within the caller's transaction.
    func raise(_ database: Database, from version: Int) throws {
        for step in versions[version...] { try database.execute(sql: step) }
        try database.execute(sql: "PRAGMA user_version = \(newest)")
    }

    /// Brings a file that is an older version's to the newest. Another process may have done so meanwhile.
    func migrate(_ path: String) throws(StoreError) {
        try StoreError.mapping {
            let queue = try DatabaseQueue(path: path, configuration: .plain(readOnly: false))
            try queue.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    try raise(database, from: try note(database, "main", path).version)
                    return .commit
                }
            }
            try queue.close()
        }
    }
}
