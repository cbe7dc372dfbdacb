internal import CardRecord
package import ThaiIDCard

/// What a parser prints when it is asked for help, in the language of whoever asks.
package struct ProgramHelp: Sendable {
    private let dump: @Sendable () -> String
    private let table: HelpTable

    /// - Parameters:
    ///   - dump: all commands and what they say of themselves, as the parser dumps them; asked only where it is needed.
    ///   - table: the same in Thai.
    package init(dump: @autoclosure @escaping @Sendable () -> String, in table: HelpTable) {
        (self.dump, self.table) = (dump, table)
    }

    /// What the parser prints, in a language; versions and completion scripts are the same in all.
    ///
    /// - Parameter columns: how wide it may be.
    package func text(_ english: String, in language: Language, columns: Int) -> String {
        if english.hasPrefix("{") { return Self.dump(english, in: language, table) }
        guard language == .thai, let usage = UsageLine(english, "USAGE: "), let root = command(in: .thai) else {
            return english
        }
        return HelpPage(usage.path(in: root), HelpWords(.thai)).text(columns: columns)
    }

    /// The commands and all that they say of themselves, in a language.
    package func command(in language: Language) -> CommandHelp? {
        guard let dump = JSONValue(parsing: Array(dump().utf8)) else { return nil }
        return CommandHelp(dump: language == .thai ? table.translated(dump) : dump)
    }

    /// The dump of commands in a language, with what statuses mean: manual pages are made of it.
    private static func dump(_ english: String, in language: Language, _ table: HelpTable) -> String {
        guard let json = JSONValue(parsing: Array(english.utf8)) else { return english }
        let failures = FailureKind.allCases.map { kind -> JSONValue in
            ["status": .integer(Int(kind.exit)), "meaning": .string(kind.meaning[language])]
        }
        let commands = language == .thai ? table.translated(json) : json
        return commands.adding([.init(name: "failures", value: .array(failures))]).line
    }
}

/// A line of usage, which names the command that the parser speaks of.
package struct UsageLine: Sendable {
    /// The commands below the root, and whatever follows them.
    package let words: [String]

    /// - Parameter mark: what the line begins with.
    package init?(_ text: String, _ mark: String) {
        guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(mark) }) else { return nil }
        words = line.dropFirst(mark.count).split(separator: " ").dropFirst().map(String.init)
    }

    /// From the root down to the command.
    package func path(in root: CommandHelp) -> [CommandHelp] { root.path(words) }
}
