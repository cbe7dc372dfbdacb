package import Host

/// Where a register key is kept: never in a flag or in the environment.
package enum KeyPlace: Hashable, Sendable {
    /// What the service manager hands over under this name (systemd.exec(5), `LoadCredential=`).
    case credential(String)
    /// A file of 32 bytes, for its owner's eyes alone.
    case file(String)
    /// A file that a passphrase opens.
    case passphrase(file: String)

    private static let longest = 4_096

    /// A file of a key, whichever kind it is; what is none of both is told when it is opened.
    package init(path: String) {
        let size = FileStatus(behind: path)?.size
        self = size == PassphraseFile.count ? .passphrase(file: path) : .file(path)
    }

    /// Whether somebody has to be asked for a passphrase.
    package var needsPassphrase: Bool { if case .passphrase = self { true } else { false } }

    package func load(passphrase: String? = nil) throws(KeyPlaceError) -> RegisterKey {
        switch self {
        case .credential(let name):
            guard let folder = Process.environment("CREDENTIALS_DIRECTORY") else { throw .noCredentials }
            // The service manager lets an account in by a list that its group's bits show.
            let path = "\(folder)/\(name)"
            return try Self.key(Self.bytes(path) { $0.isOpenToAll }, path)
        case .file(let path):
            return try Self.key(Self.bytes(path) { $0.isOpenToOthers }, path)
        case .passphrase(let path):
            let bytes = try Self.bytes(path) { $0.isOpenToOthers }
            guard let passphrase else { throw .needsPassphrase }
            return try PassphraseFile.key(in: bytes, passphrase: passphrase, path)
        }
    }

    /// Puts a key there, in a file of mode 0400.
    ///
    /// - Parameter replaces: whether a file may be there already.
    package func keep(
        _ key: RegisterKey, passphrase: String? = nil, replaces: Bool = false
    ) throws(KeyPlaceError) {
        switch self {
        case .credential(let name): throw .notOurs(name)
        case .file(let path): try Self.write(key.bytes, to: path, replaces: replaces)
        case .passphrase(let path):
            guard let passphrase else { throw .needsPassphrase }
            guard passphrase.count >= PassphraseFile.least else { throw .shortPassphrase(least: PassphraseFile.least) }
            try Self.write(PassphraseFile.bytes(key, passphrase: passphrase), to: path, replaces: replaces)
        }
    }

    private static func key(_ bytes: [UInt8], _ path: String) throws(KeyPlaceError) -> RegisterKey {
        guard let key = RegisterKey(bytes: bytes) else { throw .noKey(path) }
        return key
    }

    private static func bytes(_ path: String, isOpen: (FileStatus) -> Bool) throws(KeyPlaceError) -> [UInt8] {
        let descriptor: Int32
        do throws(FileFailure) { descriptor = try InputFile.open(path, followsLinks: false) } catch {
            throw .file(error)
        }
        defer { InputFile.close(descriptor, of: path) }
        guard let status = FileStatus(descriptor), status.kind == .file else { throw .file(.notFile(path)) }
        guard !isOpen(status) else { throw .openToOthers(path) }
        guard status.size <= longest else { throw .file(.tooLarge(path, limit: longest)) }
        guard let bytes = Descriptor.read(descriptor, capacity: longest) else {
            throw .file(.unreadable(path, .last))
        }
        return bytes
    }

    private static func write(_ bytes: [UInt8], to path: String, replaces: Bool) throws(KeyPlaceError) {
        do throws(FileFailure) {
            try OutputFile(path: path, replaces: replaces).write(bytes)
            guard Folder.makeReadOnly(path) else { throw .unwritable(path, .last) }
        } catch {
            throw .file(error)
        }
    }
}

/// Why there is no register key, or it is not kept.
package enum KeyPlaceError: Error, Hashable {
    /// It is not there, cannot be read or written, or is there already.
    case file(FileFailure)
    /// Others than its owner may do something with the file.
    case openToOthers(String)
    /// The file is there, and holds something else.
    case noKey(String)
    /// No service manager handed over anything.
    case noCredentials
    /// A credential is made by the service manager's own tools.
    case notOurs(String)
    case needsPassphrase
    case wrongPassphrase
    case shortPassphrase(least: Int)
    /// The machine has not the memory that a passphrase takes.
    case noMemory
}
