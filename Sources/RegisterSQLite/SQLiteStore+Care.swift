internal import GRDB
internal import Host
package import RegisterStore

/// Copies, checks, and what it takes that nothing deleted comes back.
extension SQLiteStore {
    /// Copies the people to a new file (mode 0600), as they are at one moment; others go on with their work.
    package func backUp(people place: String) throws(StoreError) { try backUp("people", to: place) }

    /// Copies the keys to a new file (mode 0600), as they are at one moment; others go on with their work.
    package func backUp(keys place: String) throws(StoreError) { try backUp("main", to: place) }

    private func backUp(_ schema: String, to place: String) throws(StoreError) {
        guard !Folder.holds(place) else { throw .exists(place) }
        try StoreFile.fill(place, replaces: false) { draft in
            try pool.unsafeRead { database in
                try database.execute(sql: "VACUUM \(schema) INTO ?", arguments: [draft])
            }
        }
    }

    /// Leaves nothing of what was deleted in the files: empties their logs, and takes away copies that a migration left.
    ///
    /// - Throws: `.busy` where somebody reads what was there before for longer than one waits.
    package func scrub() throws(StoreError) {
        for path in [peoplePath, keysPath] { NamedDraft.remove(Self.copy(of: path)) }
        // Keys that a restore has put aside open who is deleted now.
        for name in StoreFile.companions { NamedDraft.remove(keysPath + name + StoreFile.replaced) }
        try emptyLogs()
    }

    /// Takes into the files what their logs hold, and leaves nothing in these.
    package func emptyLogs() throws(StoreError) {
        try StoreError.mapping {
            try pool.writeWithoutTransaction { database in
                for schema in ["main", "people"] { try database.checkpoint(.truncate, on: schema) }
            }
        }
    }

    /// What is wrong with the files; every page is read.
    package func findings() throws(StoreError) -> [StoreFinding] {
        try StoreError.mapping {
            try pool.unsafeRead { database in
                try Self.openSnapshot(database)
                defer { try? database.rollback() }
                var findings: [StoreFinding] = []
                for (schema, path) in [("main", keysPath), ("people", peoplePath)] {
                    let lines = try String.fetchAll(database, sql: "PRAGMA \(schema).integrity_check(10)")
                    findings += lines.filter { $0 != "ok" }.map { .broken(path, $0) }
                }
                let turn = try Turn(database)
                if turn.keys < turn.people { findings.append(.olderKeys) }
                let missing = try Int.fetchOne(
                    database,
                    sql: """
                        SELECT count(*) FROM person
                        WHERE state = ? AND NOT EXISTS (SELECT 1 FROM person_key WHERE person = id)
                        """, arguments: [PersonState.active.rawValue])
                if let missing, missing > 0 { findings.append(.personsWithoutKey(missing)) }
                return findings
            }
        }
    }
}

/// What is wrong with a store's files.
package enum StoreFinding: Hashable, Sendable {
    /// A file does not hold together; with what SQLite says, which names tables and pages.
    case broken(String, String)
    /// The keys are from before the people's last change of keys: a backup, or another's.
    case olderKeys
    /// So many people are there whose boxes cannot be opened.
    case personsWithoutKey(Int)
}
