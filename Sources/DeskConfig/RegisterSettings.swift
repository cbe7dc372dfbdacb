import Host

/// What is settled for the register: the section `[register]`, whose files are whole names here.
package struct RegisterSettings: Hashable, Sendable {
    /// The folder in which the register is.
    package var store: String?
    /// The file of the persons' keys, where that is not in the store's folder.
    package var personKeys: String?
    /// The file of the register's key.
    package var keyFile: String?
    /// The name of the credential that is the register's key, where a service manager hands it over.
    package var credential: String?
    /// The socket of the server that has the register open.
    package var socket: String?
    /// Why somebody is looked at or saved where nobody says so.
    package var purpose: String?
    /// The folder of backups of the people.
    package var backupPeople: String?
    /// The folder of backups of the persons' keys.
    package var backupPersonKeys: String?

    package init() {}

    /// Takes what files say of it.
    package init(_ section: SettingsFile.Section) {
        for (key, member) in Self.members {
            if case .text(let text)? = section[key]?.value { self[keyPath: member] = text }
        }
    }

    /// Looks in all places in which settings stand, whatever desk is meant.
    ///
    /// - Parameter file: what `--config` says.
    package static func load(file: String? = nil) throws(SettingsFault) -> RegisterSettings {
        let files = try SettingsPlaces(file: file).files()
        if let fault = files.lazy.compactMap(\.faults.first).first { throw fault }
        return RegisterSettings(SettingsFile.register(of: files))
    }

    /// Where the persons' keys are: `nil` where there is no register.
    package var keys: String? { personKeys ?? store.map { "\($0)/keys.sqlite" } }

    /// The settings that there are, in the order of the table.
    var settings: [(key: SettingKey, text: String)] {
        SettingKey.allCases.compactMap { key in
            Self.members[key].flatMap { self[keyPath: $0] }.map { (key, $0) }
        }
    }

    static let members: [SettingKey: any WritableKeyPath<RegisterSettings, String?> & Sendable] = [
        .store: \.store, .personKeys: \.personKeys, .keyFile: \.keyFile, .credential: \.credential, .socket: \.socket,
        .purpose: \.purpose, .backupPeople: \.backupPeople, .backupPersonKeys: \.backupPersonKeys,
    ]
}
