internal import AuditLog
package import RegisterStore

/// Keyed hashes that outlast every rekey: rows are told apart by them for as long as the register lives.
struct ContentKeys: Sendable {
    let content: HashKey
    let fields: HashKey
    let photo: HashKey
    let erasure: HashKey

    init(_ secrets: Secrets, store: RowID) {
        let secret = secrets.lasting[.content] ?? []
        content = HashKey(for: "content", from: secret, store: store)
        fields = HashKey(for: "fields", from: secret, store: store)
        photo = HashKey(for: "photo", from: secret, store: store)
        erasure = HashKey(for: "erasure", from: secrets.lasting[.erasure] ?? [], store: store)
    }
}

extension Keyring {
    /// By what somebody is found in the store, in each generation, the newest first.
    package func citizenKeys(of citizenID: String) -> [RowID] {
        generations.map { $0.index.id(Array(citizenID.utf8)) }
    }

    /// What two observations of the same text have alike.
    package func contentKey(_ canonical: [UInt8]) -> RowID { content.content.id(canonical) }

    /// What two observations of the same fields have alike, in whatever order these are told.
    package func fieldsKey(_ keys: [String]) -> Int64 {
        let text = Set(keys).sorted().joined(separator: "\n")
        return content.fields.hash(Array(text.utf8)).prefix(8).reduce(0) { $0 << 8 | Int64($1) }
    }

    /// The name of a photo: another for each person, since two who have the same must not share a row.
    package func photoID(_ jpeg: [UInt8], of person: RowID) -> RowID { content.photo.id(person.bytes + jpeg) }

    /// What the list of erasures names somebody by.
    package func erasureKey(of citizenID: String) -> RowID { content.erasure.id(Array(citizenID.utf8)) }

    /// What the log names somebody by.
    package func subject(of citizenID: String) -> String { logKey.hash(citizenID) }
}
