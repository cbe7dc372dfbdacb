import ArgumentParser
import CardExport
import ProcessIO
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
                written; on standard output, and in a folder, what came before it stands.

                \(OutputFormat.all.map { "\($0.name): \($0.summary.english)" }.joined(separator: "; ")).
                """)

        @Argument(help: "Files, - for standard input (the default), or folders of records (*.json).")
        var inputs: [String] = []

        @Option(
            name: [.customLong("to"), .customLong("profile")],
            help: ArgumentHelp("The format to write.", valueName: "format"))
        var to: OutputFormat

        @Option(
            name: .shortAndLong,
            help: ArgumentHelp(
                "Where to; by default standard output. A folder, or a name that ends in /, gets a file for each record.",
                valueName: "file"))
        var output: String?

        @Option(
            help: ArgumentHelp(
                "How files in a folder are named: {number}, {date}, {time}, {citizenID} and 0-9 A-Z a-z . _ - (default: record-{number})",
                valueName: "template"))
        var name: String?

        @OptionGroup var details: FormatDetails

        @Flag(help: "Leave out lines that are no records, count them, and exit with 22 at the end.")
        var skipBad = false

        @Flag(help: "Let --output overwrite files.")
        var force = false

        @OptionGroup var languageOption: LanguageOption

        func validate() throws {
            guard let name else { return }
            guard FileNameTemplate(name) != nil else {
                throw ValidationError(
                    "--name takes {number}, {date}, {time}, {citizenID} and the characters 0-9 A-Z a-z . _ -")
            }
            guard output != nil else { throw ValidationError("--name needs a folder: -o FOLDER.") }
        }

        func run() throws {
            let language = languageOption.language
            let formatter = RecordFormatter(format: to, options: details.options(language))
            let input = RecordInput(files: try InputPaths.all(inputs))
            let conversion = Conversion(input: input, skipsBad: skipBad, language: language)
            if let output, name != nil || output.hasSuffix("/") || InputPaths.isFolder(output) {
                let template = name.flatMap(FileNameTemplate.init) ?? .usual
                var target = try FolderTarget(formatter, folder: output, template: template, replaces: force)
                try conversion.run(into: &target)
            } else {
                if output == nil, to.isBinary, Process.isTerminal(1) {
                    throw ToolError.refused(.terminal(format: to.name))
                }
                let file = output.map { OutputFile(path: $0, replaces: force) }
                try file?.check()
                switch to {
                case .drawn(let format) where !format.holdsOne:
                    var target = try DrawingTarget(format, formatter.options, file: file)
                    try conversion.run(into: &target)
                case .drawn, .written:
                    var target = try StreamTarget(formatter, file: file)
                    try conversion.run(into: &target)
                }
            }
        }
    }
}
