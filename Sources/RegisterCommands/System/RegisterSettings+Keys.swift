import DeskConfig
import Host
import RecordSeal

extension RegisterSettings {
    /// Where the register's key is, as far as that is settled.
    var key: KeyPlace? { credential.map { .credential($0) } ?? keyFile.map(KeyPlace.init(path:)) }

    /// Notes a new register, so that later commands need not be told where it is.
    static func note(_ plan: InitPlan) throws {
        var settings = RegisterSettings()
        (settings.store, settings.personKeys, settings.keyFile) = (plan.folder, plan.personKeys, plan.keyFile)
        try settings.write(to: try place(), replacing: false)
    }

    /// Notes another key of the register that is settled.
    static func note(keyFile: String) throws {
        var settings = try load()
        guard settings.store != nil else { return }
        settings.keyFile = keyFile
        try settings.write(to: try place(), replacing: true)
    }

    private static func place() throws(CommandFault) -> String {
        guard let folder = UserFolder.config else { throw .noHome }
        return "\(folder)/thaiid/config.toml"
    }
}
