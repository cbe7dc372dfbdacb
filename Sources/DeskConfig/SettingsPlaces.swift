import Host
import ThaiIDCard

/// Where settings stand: what the environment says, and in which files to look. Never in the folder in which
/// somebody happens to be.
package struct SettingsPlaces: Sendable {
    /// The file that somebody named, who then means it to be there.
    package let named: String?
    /// Where files may stand, the more important first (XDG Base Directory Specification).
    package let usual: [String]
    /// What variables of the environment say.
    let variables: SettingsFile.Section
    /// The desk that is meant, and by what.
    let desk: (name: String, origin: SettingOrigin)?

    /// Those that hold now.
    ///
    /// - Parameters:
    ///   - desk: what `--desk` says, before `THAIID_DESK`.
    ///   - file: what `--config` says, before `THAIID_CONFIG`.
    package init(
        desk: String? = nil, file: String? = nil,
        environment: (String) -> [UInt8]? = Process.environmentBytes
    ) throws(SettingsFault) {
        func text(_ variable: String) throws(SettingsFault) -> String? {
            guard let bytes = environment(variable) else { return nil }
            guard let text = InputText.string(bytes) else { throw SettingsFault(.variable(variable), .notText) }
            return text
        }
        func folder(_ variable: String) throws(SettingsFault) -> String? {
            // The specification has relative ones passed over.
            try text(variable).flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        let home = try folder("HOME").map { $0 + "/.config" }
        let own = try folder("XDG_CONFIG_HOME")
        let user = own ?? home
        let dirs = try text("XDG_CONFIG_DIRS")
        let system = (dirs ?? "/etc/xdg").split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
        usual = ([user].compactMap(\.self) + system).map { $0 + "/thaiid/config.toml" }
        let variable = try text("THAIID_CONFIG")
        named = file ?? variable
        if let desk {
            self.desk = (desk, .option("--desk"))
        } else {
            self.desk = try text("THAIID_DESK").map { ($0, .variable("THAIID_DESK")) }
        }
        var variables: SettingsFile.Section = [:]
        for key in SettingKey.allCases {
            guard let variable = key.variable, let text = try text(variable) else { continue }
            if case .choice(let choices) = key.type, !choices.contains(text) {
                let nearest = NearestName.of(text, among: choices)
                throw SettingsFault(.variable(variable), .notChoice(key, text, nearest: nearest))
            }
            variables[key] = Setting(value: .text(text), origin: .variable(variable))
        }
        self.variables = variables
    }

    /// The files that are there, the most important first. Where a folder has the former file alone, that is
    /// among them, for its rules must not go without a word.
    package func files() -> [SettingsFile] {
        ([named].compactMap(\.self) + usual.filter { $0 != named }).compactMap { path in
            if path == named || Folder.holds(path) { return SettingsFile(reading: path) }
            let former = FormerSettings.name(beside: path)
            return Folder.holds(former) ? SettingsFile(reading: former) : nil
        }
    }
}
