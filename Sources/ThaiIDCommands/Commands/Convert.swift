import ArgumentParser
import CardFormats
import CardRecord
import Host
import RecordFiles
import ThaiIDCard

extension Tool {
    /// `thaiid convert`: records in another format.
    struct Convert: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "convert", abstract: "Convert records, any number of them, to another format.",
            discussion: """
                Takes what ‘thaiid read --json’ and ‘thaiid watch --ndjson’ print: a record a line, or a \
                file that is one record. Nothing is kept of one record when the next comes.

                A line that is no record ends it with 22, its file and line named. A file is then not \
                written; on standard output, and in a folder, what came before it stands. An interrupt \
                while records come through a pipe ends the file there: it is kept, and the status is 130.

                text: text for people; json: one line of JSON; ndjson: a line of JSON for each record; csv: \
                table for spreadsheets; tsv: table with tabs between cells; photo: the photo (JPEG) as the \
                card holds it; vcard: contact for phones (vCard 4, without numbers); fhir: HL7 FHIR R4 \
                Patient (TH Core, draft); person43: PERSON of the health ministry's 43 files; hotel-rr4: \
                hotel guest register R.R.4; nhso-card-only: NHSO agent's read-card-only (unverified); moph: \
                health ministry's MQTT message (unverified); medhis: HIS Centrix's reader message \
                (unverified); medhis-ce: HIS Centrix's, Gregorian years (unverified); go-smc: \
                go-thai-smartcard's smc-data event; xlsx: workbook for Excel; hotel-rr3: hotel guest card \
                R.R.3 as a PDF, layout unverified.
                """)

        @Argument(
            help: "Files, - for standard input (the default), or folders of records (*.json).", completion: .file())
        var inputs: [String] = []

        @Option(
            name: [.customLong("to"), .customLong("profile")],
            help: ArgumentHelp("The format to write.", valueName: "format"))
        var to: OutputFormat

        @Option(
            name: .shortAndLong,
            help: ArgumentHelp(
                "Where to; by default standard output. A folder, or a name that ends in /, gets a file for each record.",
                valueName: "file"), completion: .file())
        var output: String?

        @Option(
            help: ArgumentHelp(
                "How files in a folder are named: {number}, {date}, {time}, {citizenID} and 0-9 A-Z a-z . _ - (default: record-{number})",
                valueName: "template"))
        var name: String?

        @OptionGroup var details: FormatDetails

        @OptionGroup var checkOption: CheckOption

        @Flag(help: "Leave out lines that are no records, count them, and exit with 22 at the end.")
        var skipBad = false

        @Flag(help: "Let --output overwrite files.")
        var force = false

        @OptionGroup var languageOption: LanguageOption

        func validate() throws {
            try checkOption.check(to)
            guard let name else { return }
            guard FileNameTemplate(name) != nil else {
                throw ValidationError(
                    thai: "--name รับ {number}, {date}, {time}, {citizenID} และอักขระ 0-9 A-Z a-z . _ -",
                    english: "--name takes {number}, {date}, {time}, {citizenID} and the characters 0-9 A-Z a-z . _ -")
            }
            guard output != nil, output != "-" else {
                throw ValidationError(
                    thai: "--name ต้องมีโฟลเดอร์: -o FOLDER", english: "--name needs a folder: -o FOLDER.")
            }
        }

        func run() throws {
            let formatter = RecordFormatter(
                format: to, options: details.options(languageOption.language), checks: checkOption.checks,
                hear: Output.tell(lines:))
            let input = RecordInput(files: try asToolError(try InputPaths.all(inputs)))
            if let output, output != "-", name != nil || output.hasSuffix("/") || InputPaths.isFolder(output) {
                let template = name.flatMap(FileNameTemplate.init) ?? .usual
                var target = try asToolError(
                    records: try FolderTarget(formatter, folder: output, template: template, replaces: force))
                return try convert(input, into: &target)
            }
            let file = OutputFile.named(output, replaces: force)
            if file == nil, to.isBinary, Process.isTerminal(1) {
                throw ToolError.refused(.terminal(format: to.name))
            }
            try file?.check()
            switch to {
            case .drawn(let format) where !to.holdsOne:
                var target = try asToolError(
                    records: try DrawingTarget(format, formatter.options, file: file, hear: Output.tell(lines:)))
                try convert(input, into: &target, isFile: file != nil)
            case .drawn, .written:
                var target = try asToolError(records: try StreamTarget(formatter, file: file))
                try convert(input, into: &target, isFile: file != nil)
            }
        }

        private func convert(_ input: RecordInput, into target: inout some RecordTarget, isFile: Bool = false) throws {
            var input = input
            // The key that interrupts a pipe reaches all of it, and a day's cards may have come through.
            if isFile, input.isPiped { input.interruption = Interruption() }
            var progress = ConversionProgress(languageOption.language)
            defer { progress.clear() }
            let conversion = Conversion(input: input, skipsBad: skipBad)
            let outcome = try asToolError(records: try conversion.run(into: &target) { progress.tell($0) })
            try progress.tell(outcome)
            guard input.interruption?.hasCome == true else { return }
            let words = Bilingual(
                "ถูกขัดจังหวะ ไฟล์มีเฉพาะระเบียนที่มาก่อนหน้านั้น", "Interrupted: the file holds what had come before.")
            Output.tell(words[languageOption.language] + "\n")
            throw ExitCode(130)
        }
    }
}
