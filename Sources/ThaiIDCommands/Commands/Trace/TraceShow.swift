import ArgumentParser
import CardSources

extension Tool.Trace {
    /// `thaiid trace show`: the exchanges as a table.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Print the exchanges of a recording as a table.",
            discussion: """
                Of the answers only their length and status word are shown, and of commands that may carry \
                a PIN only their header: nothing personal.
                """)

        @Argument(
            help: "A recording in any format that ‘trace convert’ reads; - stands for standard input.",
            completion: .file())
        var file: String

        @OptionGroup var languageOption: LanguageOption

        func run() throws {
            let language = languageOption.language
            let trace = try CardFile.trace(file, telling: language)
            try Output.write(lines: TraceTable(trace, language).lines)
        }
    }
}
