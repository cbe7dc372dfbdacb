import CardRecord
import DeskConfig
import Host
import RecordSeal
import Register
import RegisterSQLite
import RegisterStore
import ThaiIDCard

/// Where a register's parts are.
struct RegisterPlaces {
    static let scheme = "sqlite:"
    private static let peopleName = "people.sqlite"
    private static let keysName = "keys.sqlite"

    /// The socket of the process that has the keys; `nil` where the register is opened here.
    let socket: String?
    let folder: String?
    let personKeys: String?
    let key: KeyPlace?

    /// By options, and by settings for what they do not say.
    init(
        store: String?, personKeys: String? = nil, keyFile: String?, credential: String? = nil, socket: String? = nil
    ) throws {
        let settings = try RegisterSettings.load()
        // Who names a store means that one, whoever listens elsewhere.
        self.socket = socket ?? (store == nil ? settings.socket : nil)
        folder = try store.map(Self.folder) ?? settings.store
        self.personKeys = personKeys ?? (store == nil ? settings.personKeys : nil)
        key = keyFile.map(KeyPlace.init(path:)) ?? credential.map { .credential($0) } ?? settings.key
    }

    private init(folder: String, personKeys: String?, key: KeyPlace) {
        (socket, self.folder, self.personKeys, self.key) = (nil, folder, personKeys, key)
    }

    /// Those of a new register.
    static func new(folder: String, personKeys: String?, key: KeyPlace) -> RegisterPlaces {
        RegisterPlaces(folder: folder, personKeys: personKeys, key: key)
    }

    /// The folder that a store's name means.
    static func folder(_ name: String) throws(CommandFault) -> String {
        guard name.hasPrefix(scheme), name.count > scheme.count else { throw .storeName(name) }
        return Path.absolute(String(name.dropFirst(scheme.count)))
    }

    var people: String { "\(folder ?? "")/\(Self.peopleName)" }
    var keys: String { personKeys ?? "\(folder ?? "")/\(Self.keysName)" }

    /// All files of the store, with what SQLite keeps beside each.
    var files: [String] { [people, keys].flatMap { path in ["", "-wal", "-shm"].map { path + $0 } } }

    /// Opens the store.
    func store(creates: Bool = false) throws -> SQLiteStore {
        guard folder != nil else { throw RegisterError(.noStore, "") }
        return try SQLiteStore(people: people, keys: keys, creates: creates)
    }

    /// The register's key, wherever it is kept.
    func root() throws -> RegisterKey {
        guard let key else { throw RegisterError(.keyMissing, "") }
        let passphrase =
            key.needsPassphrase
            ? try Prompt.ask(Bilingual("รหัสผ่านของทะเบียน:", "The register's passphrase:"), isSecret: true) : nil
        return try key.load(passphrase: passphrase)
    }

    /// Opens the register with its key, in this process.
    func openHere(isRestored: Bool = false) throws -> (register: Register, store: SQLiteStore) {
        let store = try store()
        return (try Register.open(store, root: try root(), isRestored: isRestored), store)
    }
}
