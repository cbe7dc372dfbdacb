internal import Crypto
package import Host

/// What was read and is not done with yet: a folder with one file a read and action, sealed with a key of this
/// machine's user, each gone as soon as its action has succeeded.
///
/// Any number of processes may share one: whoever works on an entry holds its lock, which ends with the process.
package struct Spool: Sendable {
    private let folder: String
    private let key: SymmetricKey

    /// Opens it; folder and key are made where they are not there yet.
    package init(folder: String, keyFile: String) throws(SpoolError) {
        do throws(FileFailure) {
            try Folder.makeAll(folder)
            try Folder.makeAll(Folder.holding(keyFile))
        } catch {
            throw .folder(error)
        }
        let bytes: [UInt8]
        do throws(KeyFileError) { bytes = try KeyFile.bytes(keyFile) } catch { throw .key(error) }
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: bytes), info: Array("thaiid spool".utf8), outputByteCount: 32)
        self.folder = folder
    }

    /// Where it is by the XDG Base Directory Specification: the spool in the user's state, its key in the data.
    package static func usual() throws(SpoolError) -> Spool {
        guard let state = UserFolder.state, let data = UserFolder.data else { throw .homeless }
        return try Spool(folder: "\(state)/thaiid/spool", keyFile: "\(data)/thaiid/spool.key")
    }

    /// Whether this user has one already.
    package static var isThere: Bool { UserFolder.state.map { Folder.holds("\($0)/thaiid/spool") } ?? false }

    /// The names of its entries, the oldest first.
    package func names() -> [EntryName] {
        (Folder.names(folder) ?? []).filter { $0.hasSuffix(".entry") }.compactMap { EntryName($0) }.sorted()
    }

    /// What becomes of the wish to work on an entry.
    package enum Opening {
        case entry(SpoolEntry)
        /// Somebody else works on it.
        case busy
        case gone
    }

    /// Takes an entry into hand.
    package func open(_ name: EntryName) throws(FileFailure) -> Opening {
        let path = path(of: name)
        guard let file = try SealedFile(path, key: key) else { return Folder.holds(path) ? .busy : .gone }
        return .entry(SpoolEntry(name, in: file, at: path))
    }

    /// Puts entries on the disk, all of them or none.
    func add(_ entries: [(name: EntryName, content: EntryContent, state: EntryState)]) throws(FileFailure) {
        var drafts: [FileDraft] = []
        for entry in entries {
            let path = path(of: entry.name)
            let texts = [entry.content.bytes] + (entry.state == EntryState() ? [] : [entry.state.bytes])
            guard let bytes = SealedFile.bytes(texts, for: path, key: key) else { throw .unwritable(path, .invalid) }
            try drafts.append(FileDraft(of: OutputFile(path: path, replaces: false), holding: bytes))
        }
        try FileDraft.keep(drafts)
    }

    /// An entry for which there is no room on the disk.
    func inMemory(_ name: EntryName, _ content: EntryContent, _ state: EntryState = EntryState()) -> SpoolEntry {
        SpoolEntry(name, content, state, at: path(of: name))
    }

    /// Where the cards are noted that were dealt with a short time ago.
    var fileOfRecentCards: String { "\(folder)/recent" }

    private func path(of name: EntryName) -> String { "\(folder)/\(name.file)" }

    /// A key for another purpose of the same user's.
    func key(for purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Array(purpose.utf8), outputByteCount: 32)
    }
}

/// Why there is no spool.
package enum SpoolError: Error, Hashable {
    /// Nobody says where this user's files are.
    case homeless
    case folder(FileFailure)
    case key(KeyFileError)
}
