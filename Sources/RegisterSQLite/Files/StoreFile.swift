internal import GRDB
internal import Host
package import RegisterStore

/// One of a store's two files, looked at by itself: a backup, or the one in use.
package struct StoreFile {
    package enum Kind: CaseIterable, Sendable {
        case people, keys

        var schema: Schema { self == .people ? .people : .keys }
    }

    /// What SQLite keeps beside a file, and the file itself, by what stands at the ends of their names.
    package static let companions = ["", "-wal", "-shm"]
    /// What stands at the end of a file's name that made room for a copy.
    package static let replaced = ".replaced"

    package let path: String
    package let kind: Kind
    /// The store that it belongs to; two files go together only where this is the same.
    package let store: RowID

    /// - Throws: `.missing`, `.damaged` where it is no such file or not whole, `.newer`.
    package init(_ path: String, _ kind: Kind) throws(StoreError) {
        (self.path, self.kind) = (path, kind)
        try kind.schema.check(path)
        store = try Self.look(path) { database in
            let findings = try String.fetchAll(database, sql: "PRAGMA quick_check(1)")
            guard findings == ["ok"] else { throw StoreError.damaged("\(path): \(findings.first ?? "")") }
            return try kind.schema.note(database, "main", path).store
        }
    }

    /// Who is on the list of erased ones that a file of keys has.
    package func erasures() throws(StoreError) -> [ErasureRow] {
        try Self.look(path) { try Session(ofOneFile: $0).erasures() }
    }

    /// Puts a copy where a store is to have it (mode 0600), whole or not at all.
    ///
    /// - Throws: `.exists` where there is a file, or what one has left.
    package func restore(to place: String) throws(StoreError) {
        for name in [place, place + "-wal", place + "-journal"] where Folder.holds(name) { throw .exists(name) }
        try StoreError.naming { () throws(FileFailure) in try Folder.makeAll(Folder.holding(place)) }
        try Self.copy(path, to: place, replaces: false) { _ in }
    }

    /// Copies a file as it is at one moment, whoever is at work on it.
    static func copy(
        _ path: String, to place: String, replaces: Bool, once check: (Database) throws -> Void
    ) throws(StoreError) {
        try fill(place, replaces: replaces) { draft in
            try look(path) { database in
                try check(database)
                try database.execute(sql: "VACUUM INTO ?", arguments: [draft])
            }
        }
    }

    /// Has a file filled under another name, then puts it in its place.
    static func fill(_ place: String, replaces: Bool, _ write: (String) throws -> Void) throws(StoreError) {
        let draft = try StoreError.naming { () throws(FileFailure) in try NamedDraft(of: place) }
        defer { draft.remove() }
        try StoreError.mapping { try write(draft.path) }
        try StoreError.naming { () throws(FileFailure) in try draft.keep(replaces: replaces) }
    }

    private static func look<R>(_ path: String, _ body: (Database) throws -> R) throws(StoreError) -> R {
        try StoreError.mapping {
            // What may not be written is a backup, and has no log beside it.
            let readOnly = !Folder.allows(.writing, path) || !Folder.allows(.adding, Folder.holding(path))
            let queue = try DatabaseQueue(path: path, configuration: .plain(readOnly: readOnly))
            defer { try? queue.close() }
            return try queue.writeWithoutTransaction(body)
        }
    }
}
