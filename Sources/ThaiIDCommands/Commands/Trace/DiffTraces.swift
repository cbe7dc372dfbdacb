import ArgumentParser
import CardExport
import CardTrace
import ThaiIDCard

/// `thaiid trace diff`: what two recordings say differently.
struct DiffTraces: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Say what two recordings tell differently of their cards.",
        discussion: """
            Compares by meaning: another order of reads, other chunks or other times are no \
            difference. Prints nothing where there is none, else a line for each and exits with 20. \
            Values are not printed.
            """)

    @Argument(help: "A recording.")
    var first: String

    @Argument(help: "Another one.")
    var second: String

    @OptionGroup var languageOption: LanguageOption

    func run() throws {
        let differences = try CardFile.trace(first).differences(from: try CardFile.trace(second))
        let language = languageOption.language
        try Output.write(differences.map { SafeText.clean(Bilingual($0)[language]) + "\n" }.joined())
        if !differences.isEmpty { throw ExitCode(20) }
    }
}
