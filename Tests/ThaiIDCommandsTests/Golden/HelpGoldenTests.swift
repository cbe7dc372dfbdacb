import ArgumentParser
import Testing

@testable import ThaiIDCommands

/// What `--help` of `thaiid` and of each of its commands prints.
@Suite struct HelpGoldenTests {
    struct Command: CustomTestStringConvertible, Sendable {
        /// The words that call it, joined by dashes.
        let name: String
        let type: any ParsableCommand.Type
        var testDescription: String { name }
    }

    /// The program, its commands, and theirs.
    static let commands = commands("thaiid", Tool.self)

    private static func commands(_ name: String, _ type: any ParsableCommand.Type) -> [Command] {
        [Command(name: name, type: type)]
            + type.configuration.subcommands.flatMap { command in
                commands("\(name)-\(command.configuration.commandName ?? "?")", command)
            }
    }

    private func help(_ command: Command, columns: Int) -> String {
        command.type == Tool.self
            ? Tool.helpMessage(columns: columns) : Tool.helpMessage(for: command.type, columns: columns)
    }

    @Test(arguments: commands)
    func helpIsAsItWas(_ command: Command) throws {
        try Golden.expect(help(command, columns: 100) + "\n", "help/\(command.name).txt")
    }

    @Test func noHelpIsKeptForNothing() throws {
        let kept = try Golden.names(in: "help").filter { !$0.hasPrefix("thaiid-render") }
        #expect(kept == Self.commands.map { "\($0.name).txt" }.sorted())
    }

    @Test(arguments: commands)
    func helpFitsATerminal(_ command: Command) {
        let lines = help(command, columns: 80).split(separator: "\n")
        // The parser breaks neither the line of usage nor an option's own name.
        let text = lines.drop { !$0.hasPrefix("OVERVIEW:") }.prefix { !$0.hasPrefix("USAGE:") }
        #expect(text.filter { $0.count > 80 } == [])
        #expect(command.type.configuration.abstract.hasSuffix("."))
        #expect(!command.name.contains("?"))
    }

    @Test func everyCommandThatWasPromisedIsThere() {
        let names = Set(Self.commands.map(\.name))
        for name in ["read", "readers", "doctor", "check-id", "schema", "emulate", "sheet"] {
            #expect(names.contains("thaiid-\(name)"))
        }
    }
}
