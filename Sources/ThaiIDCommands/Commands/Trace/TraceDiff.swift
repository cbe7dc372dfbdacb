import ArgumentParser
import CardRecord
import CardSources
import CardTrace
import ThaiIDCard

extension Tool.Trace {
    /// `thaiid trace diff`: what two recordings say differently.
    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "diff", abstract: "Say what two recordings tell differently of their cards.",
            discussion: """
                Compares by meaning: another order of reads, other chunks or other times are no \
                difference. Prints nothing where there is none, else a line for each and exits with 20. \
                Values are not printed.
                """)

        @Argument(
            help: "A recording in any format that ‘trace convert’ reads; - stands for standard input.",
            completion: .file())
        var first: String

        @Argument(help: "Another one.", completion: .file())
        var second: String

        @OptionGroup var languageOption: LanguageOption

        func validate() throws {
            if first == "-", second == "-" {
                throw ValidationError(
                    thai: "อ่านจากอินพุตมาตรฐานได้ไฟล์เดียว", english: "Only one recording can come from standard input.")
            }
        }

        func run() throws {
            let language = languageOption.language
            let (first, second) = (
                try CardFile.trace(first, telling: language), try CardFile.trace(second, telling: language)
            )
            let differences = first.differences(from: second)
            try Output.write(lines: differences.map { Bilingual($0)[language] })
            if !differences.isEmpty { throw ExitCode(FailureKind.cardData.exit) }
        }
    }
}
