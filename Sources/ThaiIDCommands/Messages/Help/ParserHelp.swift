import ArgumentParser
import CardRecord
import HelpText
import Host
import ThaiIDCard

/// What the parser prints when it is asked for help, in the language of whoever asks.
struct ParserHelp {
    private let english: String

    init(_ english: String) { self.english = english }

    /// The help in a language; versions and completion scripts are the same in all.
    func text(in language: Language) -> String {
        if english.hasPrefix("{") { return Self.dump(english, in: language) }
        guard language == .thai, let line = ParserUsage(english, "USAGE: ") else { return english }
        return HelpPage(line.path(in: Tool.commandHelp(in: .thai)), HelpWords(.thai)).text(columns: Self.columns)
    }

    /// As many columns as the parser takes.
    private static var columns: Int {
        Process.environment("COLUMNS").flatMap { Int($0) } ?? ControllingTerminal.size?.columns ?? 80
    }

    /// The dump of commands in a language, with what statuses mean: manual pages are made of it.
    private static func dump(_ english: String, in language: Language) -> String {
        guard let json = JSONValue(parsing: Array(english.utf8)) else { return english }
        let failures = FailureKind.allCases.map { kind -> JSONValue in
            ["status": .integer(Int(kind.exit)), "meaning": .string(kind.meaning[language])]
        }
        let commands = language == .thai ? ThaiHelp.table.translated(json) : json
        return commands.adding([.init(name: "failures", value: .array(failures))]).line
    }
}

extension Tool {
    /// The commands and all that they say of themselves, in a language.
    static func commandHelp(in language: Language) -> CommandHelp? {
        guard let dump = JSONValue(parsing: Array(_dumpHelp().utf8)) else { return nil }
        return CommandHelp(dump: language == .thai ? ThaiHelp.table.translated(dump) : dump)
    }
}

/// A line of usage, which names the command that the parser speaks of.
struct ParserUsage {
    private let words: [Substring]

    init?(_ text: String, _ mark: String) {
        guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(mark) }) else { return nil }
        words = line.dropFirst(mark.count).split(separator: " ")
    }

    /// From the root down to the command.
    func path(in root: CommandHelp?) -> [CommandHelp] { root?.path(words.dropFirst().map(String.init)) ?? [] }

    /// The same, where nothing is to be said of options: they take longer than all else.
    var path: [any ParsableCommand.Type] {
        var path: [any ParsableCommand.Type] = [Tool.self]
        for word in words.dropFirst() {
            guard let next = path.last?.configuration.subcommands.first(where: { $0.name == word }) else { break }
            path.append(next)
        }
        return path
    }
}

extension ParsableCommand {
    /// The command as it is typed.
    static var name: String { configuration.commandName ?? "" }
}
