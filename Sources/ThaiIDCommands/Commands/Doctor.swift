import ArgumentParser
import CardFormats
import CardRecord
import CardSources
import ThaiIDCard

extension Tool {
    /// `thaiid doctor`: find out what keeps a card from being read.
    struct Doctor: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "doctor",
            abstract: "Find out what keeps a card from being read, and the command that mends it.",
            discussion: "Prints nothing personal. Exits with the status of the first thing that is wrong.")

        @Flag(help: "Print one line of JSON.")
        var json = false

        @OptionGroup var languageOption: LanguageOption

        func run() throws {
            let findings = try Blocking.run { await Diagnosis(Cards.here).facts() }.map(Finding.init)
            let language = languageOption.language
            try Output.write(
                json
                    ? JSONValue.object([
                        .init(.doctor),
                        .init(name: "checks", value: .array(findings.map(\.json))),
                    ]).line + "\n"
                    : findings.map { $0.text(in: language) }.joined())
            if let cause = findings.lazy.compactMap(\.cause).first { throw ExitCode(cause.identity.exit) }
        }
    }
}
