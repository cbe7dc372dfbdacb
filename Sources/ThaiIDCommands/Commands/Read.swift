import ArgumentParser
import CardFormats
import CardRecord
import CardSources
import CardTrace
import Host
import Pseudonyms
import RecordFiles
import RegisterProgram
import ThaiIDCard

extension Tool {
    /// `thaiid read`: print what is on a card.
    struct Read: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "read", _superCommandName: "thaiid", abstract: "Read a card and print what is on it.",
            discussion: """
                A read is all or nothing: what cannot be completed prints no record and exits with the \
                status of its cause.
                """)

        @OptionGroup var source: CardSource

        @Option(
            help: ArgumentHelp(
                "Also record what passes between reader and card. The file holds personal data.", valueName: "file"),
            completion: .file())
        var trace: String?

        /// As `--trace` was called.
        @Option(help: .hidden)
        var record: String?

        @OptionGroup var selection: FieldSelection

        @Option(
            help: ArgumentHelp("Also write the photo, as the card holds it.", valueName: "file"), completion: .file())
        var photo: String?

        @Flag(help: "Also show the photo, where standard output is a terminal; drawn by thaiid-render.")
        var showPhoto = false

        @Flag(help: "Print the record as one line of JSON; errors too, on standard error.")
        var json = false

        @Option(
            name: [.customLong("format"), .customLong("profile")],
            help: "The format to print (default: text); json is --json.")
        var format: OutputFormat?

        @OptionGroup var details: FormatDetails

        @Option(
            name: .shortAndLong,
            help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"), completion: .file())
        var output: String?

        @Flag(help: "Show only the last three digits of numbers that identify a person.")
        var mask = false

        @Option(
            help: ArgumentHelp(
                """
                First save the record in the office's register, for this purpose; what the register says of it is told on \
                standard error. Without that, nothing is printed.
                """, valueName: "purpose"))
        var register: String?

        @OptionGroup var checkOption: CheckOption

        @Flag(help: "Print what the read cost, on standard error.")
        var stats = false

        @Flag(help: "Take a citizen ID that contradicts its check digit, with a warning.")
        var acceptBadCheckDigit = false

        @Flag(help: "Let --output, --photo and --trace overwrite a file.")
        var force = false

        @OptionGroup var languageOption: LanguageOption

        func validate() throws {
            guard record == nil else {
                throw ValidationError(
                    thai: "ตัวเลือกบันทึกบัตรเปลี่ยนชื่อแล้ว: ใช้ --trace FILE แทน --record FILE",
                    english: "A recording is a trace now: --trace FILE instead of --record FILE.")
            }
            if photo != nil || showPhoto, !selection.selected.contains(where: { $0.key == Field.photo.key }) {
                let option = showPhoto ? "--show-photo" : "--photo"
                throw ValidationError(
                    thai: "\(option) ต้องมีรูปถ่ายอยู่ในข้อมูลที่เลือก", english: "\(option) needs the photo among the fields.")
            }
            if showPhoto, json || (format?.name ?? CardFormat.text.name) != CardFormat.text.name {
                throw ValidationError(
                    thai: "--show-photo ใช้ได้กับรูปแบบ text เท่านั้น",
                    english: "--show-photo goes with the format text alone.")
            }
            if json, let format, format.name != CardFormat.json.name {
                throw ValidationError(
                    thai: "ใช้ --json หรือ --format \(format.name) เพียงอย่างเดียว",
                    english: "--json and --format \(format.name) exclude one another.")
            }
            if let format { try checkOption.check(format) }
        }

        func run() throws {
            let language = languageOption.language
            let formatter = self.formatter
            let head = try asToolError(records: try formatter.head())
            let photoFile = photo.map { OutputFile(path: $0, replaces: force) }
            let outputFile = OutputFile.named(output, replaces: force)
            if outputFile == nil, formatter.format.isBinary, Process.isTerminal(1) {
                throw ToolError.refused(.terminal(format: formatter.format.name))
            }
            try photoFile?.check(onTerminal: .terminal(format: CardFormat.photo.name))
            try outputFile?.check()
            let keeper = register == nil ? nil : try asToolError(register: try RegisterKeeper())
            let screen = showPhoto ? try PortraitScreen(speaking: language) : nil
            let progress = ReadingProgress(language)
            defer { progress.clear() }
            let recording = trace.map { OutputFile(path: $0, replaces: force) }
            try recording?.check(onTerminal: .recordingOnTerminal)
            let shown = fields(for: formatter)
            let kept = FieldSelection.registered(selection.selected)
            let request = ReadRequest(
                register == nil ? shown : FieldSelection.registered(shown + kept),
                acceptsBadCheckDigit: acceptBadCheckDigit, required: selection.required)
            // A script takes standard error, where there is anything on it, for an error in JSON.
            let attempt = try source.read(request, telling: json ? nil : language) { progress.show($0) }
            progress.clear()
            // First of all: the recording of a read that failed tells most.
            try recording?.write(Array(attempt.trace.text.utf8))
            let card = try attempt.result()
            let record = Record(read: card.read, card: card.card, fields: shown, for: mask ? .masked : .desk)
            let formatted = try asToolError(records: try formatter.bytes(of: JSONRecord(record)))
            // One read, one answer: all of it is there, or none of it is but the recording.
            var drafts: [FileDraft] = []
            if let photoFile { try drafts += draft(of: card.card.photo, photoFile, language) }
            if let outputFile { try drafts.append(FileDraft(of: outputFile, holding: head + formatted.bytes)) }
            if let keeper, let register {
                let record = Record(read: card.read, card: card.card, fields: kept)
                let answer = try asToolError(register: try keeper.save(record.json, for: register, at: nil))
                if !json { Output.tell(RegisterWords.line(answer)[language] + "\n") }
            }
            if outputFile == nil { try Output.write(head + formatted.bytes) }
            try screen?.show(card)
            try FileDraft.keep(drafts)
            for note in formatted.notes { Output.tell(note[language] + "\n") }
            if stats { Output.tell(StatsTable(card.reading.phases).text(in: language)) }
        }

        private var formatter: RecordFormatter {
            var options = details.options(languageOption.language)
            options.fields = selection.selected
            return RecordFormatter(
                format: json ? .written(.json) : format ?? .written(.text), options: options,
                checks: checkOption.checks, hear: Output.tell(lines:))
        }

        /// What is to be shown: what the format shows, and the photo where it gets a file.
        private func fields(for formatter: RecordFormatter) -> [Field] {
            let selected = selection.selected
            guard let shown = formatter.format.fields(formatter.options) else { return selected }
            let isWanted: (Field) -> Bool = { $0.kind == .photo ? !selection.noPhoto : true }
            return shown.filter(isWanted) + (photo == nil && !showPhoto ? [] : selected.filter { $0.kind == .photo })
        }

        private static let noPhoto = Bilingual(
            "บัตรนี้ไม่มีรูปถ่าย จึงไม่ได้เขียนไฟล์", "The card has no photo: no file was written.")
        private static let photoNotRecorded = Bilingual(
            "ไฟล์บันทึกไม่มีรูปถ่าย จึงไม่ได้เขียนไฟล์", "The recording does not hold the photo: no file was written.")

        private func draft(
            of photo: FieldState<Photo>, _ file: OutputFile, _ language: Language
        ) throws(ToolError) -> [FileDraft] {
            switch photo {
            case .value(let photo), .partial(let photo):
                return [try asToolError(try FileDraft(of: file, holding: photo.jpeg))]
            case .failed(.notRecorded): Output.tell(Self.photoNotRecorded[language] + "\n")
            case .blank, .failed, .notRead: Output.tell(Self.noPhoto[language] + "\n")
            }
            return []
        }
    }
}
