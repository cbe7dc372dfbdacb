internal import GRDB
internal import Host
internal import RegisterStore

extension SQLiteStore {
    /// Refuses to lie where locks and syncs are not this machine's own.
    static func checkPlaces(_ paths: [String]) throws(StoreError) {
        for path in paths {
            var place = path
            while !Folder.holds(place), place != Folder.holding(place) { place = Folder.holding(place) }
            if let name = FileSystem(of: place)?.remoteName { throw .networkFileSystem(name) }
        }
    }

    /// Makes both files, each whole before either is there.
    static func make(people: String, keys: String, _ schemas: Schemas) throws(StoreError) {
        for path in [people, keys] {
            guard !Folder.holds(path) else { throw .exists(path) }
            try StoreError.naming { () throws(FileFailure) in try Folder.makeAll(Folder.holding(path)) }
        }
        let store = RowID.new(at: Int64(WallClock.milliseconds) * 1_000)
        let drafts = [try schemas.people.draft(people, store: store), try schemas.keys.draft(keys, store: store)]
        defer { for draft in drafts { draft.remove() } }
        for draft in drafts { try StoreError.naming { () throws(FileFailure) in try draft.keep() } }
    }

    static func open(people: String, keys: String, patience: Double) throws(StoreError) -> DatabasePool {
        for path in [people, keys] {
            guard Folder.allows(.writing, path), Folder.allows(.adding, Folder.holding(path)) else { throw .readOnly }
        }
        return try StoreError.mapping {
            let pool = try DatabasePool(path: keys, configuration: .store(people: people, patience: patience))
            try pool.writeWithoutTransaction { database in try database.keepLogs() }
            return pool
        }
    }

    /// Whether both files are the newest version's.
    static func isCurrent(
        _ pool: DatabasePool, people: String, keys: String, _ schemas: Schemas
    ) throws(StoreError) -> Bool {
        try StoreError.mapping {
            try pool.writeWithoutTransaction { database in
                let peopleNote = try schemas.people.note(database, "people", people)
                let keysNote = try schemas.keys.note(database, "main", keys)
                guard peopleNote.store == keysNote.store else { throw StoreError.damaged("\(people), \(keys)") }
                return peopleNote.version == schemas.people.newest && keysNote.version == schemas.keys.newest
            }
        }
    }

    /// Brings both files to the newest version, once there is a copy of each beside it.
    static func migrate(people: String, keys: String, _ schemas: Schemas) throws(StoreError) {
        for (path, schema) in [(people, schemas.people), (keys, schemas.keys)] {
            try StoreFile.copy(path, to: copy(of: path), replaces: true) { database in
                _ = try schema.note(database, "main", path)
            }
        }
        try schemas.keys.migrate(keys)
        try schemas.people.migrate(people)
    }

    /// What a file is called as it was before it was last brought to a newer version.
    static func copy(of path: String) -> String { path + ".before" }
}
