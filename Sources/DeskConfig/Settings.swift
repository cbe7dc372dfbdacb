/// What is settled for a command: by the environment, and by files.
///
/// Of two that settle the same, the environment comes first, then what a desk says, then what `[sheet]` says;
/// of files the one that was named, then the user's, then the system's. A desk may stand in parts in several
/// files. What the command line says is for the command to put before all of them.
package struct Settings: Sendable {
    /// The desk that is meant; `nil` where none is.
    package let desk: String?
    /// The desks that there are, by their names.
    package let desks: [String]
    /// The files that were read, the most important first.
    package let files: [String]
    /// What is settled for the register.
    package let register: SettingsFile.Section
    private let values: SettingsFile.Section
    private let sections: [String: SettingsFile.Section]

    /// Looks in all places.
    ///
    /// - Parameters:
    ///   - desk: what `--desk` says.
    ///   - file: what `--config` says.
    /// - Throws: the first thing that is wrong in any file: a rule that is ignored is worse than none.
    package static func load(desk: String? = nil, file: String? = nil) throws(SettingsFault) -> Settings {
        let places = try SettingsPlaces(desk: desk, file: file)
        return try Settings(places, places.files())
    }

    /// Puts together what these files say.
    package init(_ places: SettingsPlaces, _ files: [SettingsFile]) throws(SettingsFault) {
        if let fault = files.lazy.compactMap(\.faults.first).first { throw fault }
        var sections: [String: SettingsFile.Section] = [:]
        for file in files { sections.merge(file.desks) { one, other in one.merging(other) { first, _ in first } } }
        desks = sections.keys.sorted()
        if let meant = places.desk, sections[meant.name] == nil {
            throw SettingsFault(meant.origin, .noDesk(meant.name, there: desks))
        }
        desk = places.desk?.name
        self.files = files.map(\.path)
        register = SettingsFile.register(of: files)
        self.sections = sections
        let said = [places.variables] + [desk.flatMap { sections[$0] }].compactMap(\.self) + files.map(\.sheet)
        values = said.reduce([:]) { $0.merging($1) { first, _ in first } }
    }

    /// What is settled here, and by what.
    package subscript(key: SettingKey) -> Setting? { values[key] }

    /// What a desk's own section says, wherever its parts stand.
    package func section(_ desk: String) -> SettingsFile.Section { sections[desk] ?? [:] }
}

extension Settings {
    /// A text, or the name of a file; also of what may be a text or something else.
    package func text(_ key: SettingKey) -> String? {
        if case .text(let text)? = values[key]?.value { text } else { nil }
    }

    /// Whether something is wanted; `nil` where nobody says.
    package func flag(_ key: SettingKey) -> Bool? {
        if case .flag(let flag)? = values[key]?.value { flag } else { nil }
    }

    package func number(_ key: SettingKey) -> Int? {
        if case .number(let number)? = values[key]?.value { number } else { nil }
    }

    package func duration(_ key: SettingKey) -> Duration? {
        if case .duration(let duration)? = values[key]?.value { duration.duration } else { nil }
    }

    package func list(_ key: SettingKey) -> [String]? {
        if case .list(let items)? = values[key]?.value { items } else { nil }
    }

    /// One of a few, which are those of the table.
    package func choice<Choice: RawRepresentable>(_ key: SettingKey) -> Choice? where Choice.RawValue == String {
        text(key).flatMap(Choice.init(rawValue:))
    }
}
