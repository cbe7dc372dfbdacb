import ArgumentParser
import CardRecord
import HelpText
import Host
import ThaiIDCard

/// What the parser prints when it is asked for help, in the language of whoever asks.
struct RegisterHelp {
    private let english: String

    init(_ english: String) { self.english = english }

    /// The help in a language; versions and completion scripts are the same in all.
    func text(in language: Language) -> String {
        if english.hasPrefix("{") { return Self.dump(english, in: language) }
        guard language == .thai, let path = Self.path(in: english, after: "USAGE: ") else { return english }
        return HelpPage(path, HelpWords(.thai)).text(columns: Self.columns)
    }

    /// From the root down to the command that a line of usage names, in Thai.
    static func path(in text: String, after mark: String) -> [CommandHelp]? {
        guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(mark) }),
            let dump = JSONValue(parsing: Array(RegisterTool._dumpHelp().utf8)),
            let root = CommandHelp(dump: ThaiRegisterHelp.table.translated(dump))
        else { return nil }
        return root.path(line.dropFirst(mark.count).split(separator: " ").dropFirst().map(String.init))
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
        let commands = language == .thai ? ThaiRegisterHelp.table.translated(json) : json
        return commands.adding([.init(name: "failures", value: .array(failures))]).line
    }
}
