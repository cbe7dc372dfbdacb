public import ArgumentParser
import CardSources
import CardTrace
import Host
import ThaiIDCard

extension TraceFormat: ExpressibleByArgument {}

extension Tool.Trace {
    /// `thaiid trace convert`: a recording in another program's format.
    struct Convert: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "convert", abstract: "Convert a recording from or to another program's format.",
            discussion: """
                Reads thaiid, cardpeek, apdu4j, go-thai-smartcard (JSON), opensc (debug log), pcscspy, scriptor \
                and hex, told apart by what is in the file, never by a guess; writes thaiid, cardpeek, apdu4j, \
                go-thai-smartcard and pcap (GSMTAP). What the format cannot hold is said on standard error.
                """)

        @Argument(help: "A recording in any format that is read; - stands for standard input.", completion: .file())
        var file: String

        @Option(help: "The format to write.")
        var to: TraceFormat

        @Option(
            name: .shortAndLong, help: ArgumentHelp("Where to; by default standard output.", valueName: "file"),
            completion: .file())
        var output: String?

        @Flag(help: "Let --output overwrite a file.")
        var force = false

        @OptionGroup var languageOption: LanguageOption

        func validate() throws {
            guard to.canWrite else {
                throw ValidationError(
                    thai: "รูปแบบ ‘\(to.rawValue)’ อ่านได้ แต่เขียนไม่ได้",
                    english: "‘\(to.rawValue)’ can be read, not written.")
            }
        }

        func run() throws {
            let target = OutputFile.named(output, replaces: force)
            try target?.check()
            let reading = try CardFile.reading(file)
            guard let converted = to.write(reading.trace) else { throw ToolError.internal("\(to.rawValue)") }
            if let target { try target.write(converted.bytes) } else { try Output.write(converted.bytes) }
            CardFile.tell(reading.losses + converted.losses, in: languageOption.language)
        }
    }
}
