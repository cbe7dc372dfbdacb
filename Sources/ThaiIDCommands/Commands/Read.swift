import ArgumentParser
import CardExport
import CardTrace
import ThaiIDCard

extension Tool {
    /// `thaiid read`: print what is on a card.
    struct Read: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "read", abstract: "Read a card and print what is on it.",
            discussion: """
                A read is all or nothing: what cannot be completed prints no record and exits with the \
                status of its cause.
                """)

        @OptionGroup var source: CardSource

        @Option(
            help: ArgumentHelp(
                "Also record what passes between reader and card. The file holds personal data.", valueName: "file"))
        var record: String?

        @OptionGroup var selection: FieldSelection

        @Option(help: ArgumentHelp("Also write the photo, as the card holds it.", valueName: "file"))
        var photo: String?

        @Flag(help: "Print the record as one line of JSON; errors too, on standard error.")
        var json = false

        @Flag(help: "Show only the last three digits of numbers that identify a person.")
        var mask = false

        @Flag(help: "Print what the read cost, on standard error.")
        var stats = false

        @Flag(help: "Take a citizen ID that contradicts its check digit, with a warning.")
        var acceptBadCheckDigit = false

        @Flag(help: "Let --photo and --record overwrite a file.")
        var force = false

        @OptionGroup var languageOption: LanguageOption

        func validate() throws {
            if photo != nil, !selection.selected.contains(where: { $0.key == "photo" }) {
                throw ValidationError("--photo needs the photo among the fields.")
            }
        }

        func run() throws {
            let language = languageOption.language
            let photoFile = photo.map { OutputFile(path: $0, replaces: force) }
            try photoFile?.check()
            let progress = ReadingProgress(language)
            defer { progress.clear() }
            let recording = record.map { OutputFile(path: $0, replaces: force) }
            try recording?.check()
            let request = ReadRequest(selection.selected, acceptsBadCheckDigit: acceptBadCheckDigit)
            // A script takes standard error, where there is anything on it, for an error in JSON.
            let attempt = try source.read(request, telling: json ? nil : language) { progress.show($0) }
            progress.clear()
            // First of all: the recording of a read that failed tells most.
            try recording?.write(Array(attempt.trace.text.utf8))
            let outcome = try attempt.outcome()
            if let photoFile { try write(outcome.reading.card.photo, to: photoFile, language) }
            let record = Record(
                read: outcome.read, card: outcome.reading.card, fields: selection.selected, isMasked: mask)
            try Output.write(json ? record.json.line + "\n" : record.text(in: language))
            if stats { Output.tell(StatsTable(outcome.reading.phases).text(in: language)) }
        }

        private func write(_ photo: FieldState<Photo>, to file: OutputFile, _ language: Language) throws {
            if let photo = photo.value {
                try file.write(photo.jpeg)
            } else {
                Output.tell(
                    Bilingual("บัตรนี้ไม่มีรูปถ่าย จึงไม่ได้เขียนไฟล์", "The card has no photo: no file was written.")[language]
                        + "\n")
            }
        }
    }
}
