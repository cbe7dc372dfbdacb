import ArgumentParser
import CardSources
import CardTrace
import Host
import ThaiIDCard

extension Tool.Trace {
    /// `thaiid trace record`: write what passes between reader and card during a read.
    struct Record: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "record", abstract: "Record a card, to be read again without it.",
            discussion: """
                The recording holds the personal data of the card's holder: it is for the owner's eyes \
                (mode 0600) and no other's. It is written even where the read fails, whose status is \
                then the exit status. Nothing but the recording goes to standard output.
                """)

        @Argument(help: "Where to; - stands for standard output, which must not be a terminal.", completion: .file())
        var file: String

        @OptionGroup var source: CardSource
        @OptionGroup var selection: FieldSelection

        @Flag(
            help: """
                Read all fields of all applets, and every other byte that the card gives away. Their \
                meaning is not known, so they may be data that the law guards specially.
                """)
        var everything = false

        @Flag(help: "Take a citizen ID that contradicts its check digit.")
        var acceptBadCheckDigit = false

        @Flag(help: "Overwrite a file.")
        var force = false

        @OptionGroup var languageOption: LanguageOption

        func validate() throws {
            guard !everything || (selection.fields == nil && !selection.noPhoto) else {
                throw ValidationError(
                    thai: "--everything อ่านทั้งหมด จึงใช้พร้อมกับ --fields หรือ --no-photo ไม่ได้",
                    english: "--everything leaves nothing out: it excludes --fields and --no-photo.")
            }
        }

        func run() throws {
            let language = languageOption.language
            let target = OutputFile.named(file, replaces: force)
            try target?.check(onTerminal: .recordingOnTerminal)
            guard target != nil || !Process.isTerminal(1) else { throw ToolError.refused(.recordingOnTerminal) }
            let progress = ReadingProgress(language)
            defer { progress.clear() }
            let request = ReadRequest(
                everything ? Field.all : selection.selected, acceptsBadCheckDigit: acceptBadCheckDigit,
                depth: everything ? .everything : .fields, required: selection.required)
            let attempt = try source.read(request, telling: language) { progress.show($0) }
            progress.clear()
            let text = Array(attempt.trace.text.utf8)
            if let target { try target.write(text) } else { try Output.write(text) }
            Output.tell(Bilingual.personalRecording[language] + "\n")
            _ = try attempt.result()
        }
    }
}
