import ArgumentParser
import CardSources

extension Tool.Trace {
    /// `thaiid trace explain`: each exchange in the card's terms.
    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "explain", abstract: "Explain each exchange of a recording in the card's terms.",
            discussion: """
                Says which applet is spoken to, which fields and which bytes of them are read, what the \
                status word means here, and what the fields say once their last byte has come.
                """)

        @Argument(
            help: "A recording in any format that ‘trace convert’ reads; - stands for standard input.",
            completion: .file())
        var file: String

        @Flag(help: "Leave the fields' values out: nothing personal is printed.")
        var noValues = false

        @OptionGroup var languageOption: LanguageOption

        func run() throws {
            let language = languageOption.language
            let trace = try CardFile.trace(file, telling: language)
            try Output.write(lines: TraceExplanation(trace, showsValues: !noValues, language).lines)
        }
    }
}
