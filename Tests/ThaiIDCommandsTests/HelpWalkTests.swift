import ArgumentParser
import CardFormats
import CardRecord
import HelpText
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// Help in both languages, of every command there is.
@Suite struct HelpWalkTests {
    /// A command by the words that call it.
    struct Command: CustomTestStringConvertible, Sendable {
        let words: [String]
        var testDescription: String { (["thaiid"] + words).joined(separator: " ") }

        func path(in language: Language) throws -> [CommandHelp] {
            let path = try #require(language == .thai ? HelpWalkTests.thai : HelpWalkTests.english).path(words)
            #expect(path.count == words.count + 1)
            return path
        }

        func thaiHelp(columns: Int) throws -> String {
            HelpPage(try path(in: .thai), HelpWords(.thai)).text(columns: columns)
        }
    }

    private static let (thai, english) = (Tool.help.command(in: .thai), Tool.help.command(in: .english))

    /// The program, its commands, and theirs, hidden ones among them.
    static let commands = commands([], english)

    private static func commands(_ words: [String], _ help: CommandHelp?) -> [Command] {
        [Command(words: words)]
            + (help?.subcommands ?? []).filter { $0.name != "help" }
            .flatMap { commands(words + [$0.name], $0) }
    }

    /// The parser's own page of a command.
    private func parsersHelp(_ command: Command, columns: Int) throws -> String {
        var type: any ParsableCommand.Type = Tool.self
        for word in command.words {
            type = try #require(type.configuration.subcommands.first { $0.configuration.commandName == word })
        }
        return command.words.isEmpty
            ? Tool.helpMessage(columns: columns) : Tool.helpMessage(for: type, columns: columns)
    }

    @Test(arguments: commands, [72, 80])
    func layoutIsTheParsersOwn(_ command: Command, _ columns: Int) throws {
        let page = HelpPage(try command.path(in: .english), HelpWords(.english))
        #expect(page.text(columns: columns) == (try parsersHelp(command, columns: columns)))
    }

    /// What fails here is mended in `Sources/ThaiIDCommands/Messages/Help`: a command in the file of its family, an
    /// option that means the same everywhere in `ThaiHelp+Options.swift`.
    @Test func everyCommandAndOptionHasItsThai() throws {
        let root = try #require(Self.english)
        #expect(ThaiHelp.table.faults(with: root) == [], "add them in Sources/ThaiIDCommands/Messages/Help")
    }

    @Test(arguments: commands)
    func thaiHelpFitsATerminal(_ command: Command) throws {
        let lines = try command.thaiHelp(columns: 80).split(separator: "\n").map(String.init)
        // Nothing breaks the line of usage, an example, or a list of names.
        let long = lines.filter {
            TerminalColumns.count($0) > 80 && !$0.contains("thaiid ") && $0.contains(where: Self.isThai)
        }
        #expect(long == [])
    }

    @Test(arguments: commands)
    func thaiHelpIsPartedAtSpacesAlone(_ command: Command) throws {
        let help = try #require(command.path(in: .thai).last)
        let texts = [help.abstract, help.discussion] + help.options.map(\.abstract)
        let words = texts.flatMap { $0.split { " \n".contains($0) }.map(String.init) }
        #expect(words.filter { TerminalColumns.count($0) > 54 && $0.contains(where: Self.isThai) } == [])
    }

    @Test(arguments: commands)
    func noEnglishIsLeftInThai(_ command: Command) throws {
        let text = try command.thaiHelp(columns: 100_000)
        let known = Self.known
        let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || "-_$".contains($0))) }.map(String.init)
        #expect(Set(words.filter { !Self.isName($0) && !known.contains($0) }) == [])
        #expect(text.hasPrefix("ภาพรวม: ") && text.contains("\nวิธีใช้: thaiid"))
    }

    private static func isThai(_ character: Character) -> Bool { character >= "ก" && character <= "๛" }

    /// Whether a word is an option or a number, or a name by which machines know something.
    private static func isName(_ word: String) -> Bool {
        word.hasPrefix("-") || word.hasPrefix("$") || word.first?.isLowercase != true
            || word.contains { $0.isNumber || $0.isUppercase || "-_".contains($0) }
    }

    /// Words in small letters that are names, by what the tool knows and by the names of others' programs and files.
    private static let known: Set<String> = {
        var known: Set<String> = []
        func take(_ help: CommandHelp) {
            known.insert(help.name)
            for option in help.options {
                known.formUnion([option.valueName] + option.values + [option.defaultValue ?? ""])
            }
            help.subcommands.forEach(take)
        }
        english.map(take)
        known.formUnion(Field.all.flatMap { $0.key.split(separator: ".").map(String.init) })
        known.formUnion(["address", "birth", "id", "issuer", "names", "request", "sex", "validity", "file"])
        known.formUnion(["chip", "first", "iso", "at", "card", "full", "number", "date", "time", "key", "value"])
        known.formUnion(["config", "etc", "xdg", "debug", "log", "ready", "next", "insert", "inserted", "remove"])
        known.formUnion(["removed", "quit", "slow", "fast", "valid", "failed", "jq", "ykman", "cards", "json", "pdf"])
        known.formUnion(["options", "subcommand", "vsmartcard", "n", "a", "b", "s", "z", "png", "o", "r", "schema"])
        known.formUnion([
            "purpose", "operator", "font", "preset", "paper", "help", "fhir", "draft", "traces", "desk", "toml", "save",
        ])
        return known
    }()

    @Test(arguments: [[], ["read"], ["sheet"], ["trace", "show"], ["emulate"]])
    func thaiHelpIsAsItWas(_ words: [String]) throws {
        let name = (["thaiid"] + words).joined(separator: "-")
        try Golden.expect(Command(words: words).thaiHelp(columns: 80) + "\n", "help-th/\(name).txt")
    }

    @Test func helpIsGivenInTheLanguageThatIsAskedFor() {
        let english = Tool.helpMessage(for: Tool.Trace.Show.self, columns: 80)
        #expect(Tool.help.text(english, in: .english, columns: 80) == english)
        #expect(Tool.help.text(english, in: .thai, columns: 80).contains("วิธีใช้: thaiid trace show <file>"))
        #expect(Tool.help.text("0.1.0", in: .thai, columns: 80) == "0.1.0")
    }

    @Test(arguments: Language.allCases)
    func dumpIsInItsLanguageAndSaysWhatStatusesMean(_ language: Language) throws {
        let dump = try #require(
            JSONValue(parsing: Array(Tool.help.text(Tool._dumpHelp(), in: language, columns: 80).utf8)))
        #expect(CommandHelp(dump: dump) == Tool.help.command(in: language))
        guard case .array(let failures)? = dump["failures"] else { return #expect(Bool(false)) }
        #expect(failures.count == FailureKind.allCases.count)
    }

    @Test(arguments: [
        (["--lang", "th"], [String]()), (["--help", "--lang", "th"], ["--help"]), (["--lang=th", "-h"], ["-h"]),
        (["help", "read", "--lang", "th"], ["help", "read"]), (["--lang", "th", "read"], ["--lang", "th", "read"]),
        (["read", "--lang", "th"], ["read", "--lang", "th"]), (["--lang"], []),
    ])
    func languageOfHelpIsNoOptionOfTheProgram(_ words: [String], _ rest: [String]) {
        #expect(Invocation.withoutLanguage(words) == rest)
    }
}
