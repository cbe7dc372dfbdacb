import ArgumentParser
import CardFormats
import DeskConfig
import FrontDesk
import Host
import RecordFiles
import ThaiIDCard

/// What is done with each card.
struct FilingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Write a file of each card into this folder, named by the time of the read and its number.",
            valueName: "folder"), completion: .directory)
    var save: String?

    @Option(
        name: .customLong("format"),
        help: ArgumentHelp("With --save: in which formats (default: json).", valueName: "a,b,…"))
    var formats: FormatList?

    @OptionGroup var details: FormatDetails

    @Option(
        help: ArgumentHelp(
            """
            Add a line of each card to the end of a file, by its name a .csv, .tsv, .ndjson or .xlsx; {date} in the name \
            makes it a file a day. May be given several times.
            """, valueName: "file"), completion: .file())
    var append: [String] = []

    @Option(
        help: ArgumentHelp(
            "Run a program for each card, with the record as a line of JSON on its standard input.",
            valueName: "program"), completion: .file())
    var exec: String?

    @Option(
        help: ArgumentHelp("Save each record in the office's register, for this purpose.", valueName: "purpose"))
    var register: String?

    @Flag(help: "Show a desktop notification for each card; nothing of the card is in it.")
    var notify = false

    @Flag(help: "Beep for each card.")
    var beep = false

    @Option(
        help: ArgumentHelp(
            "Announce a card that was dealt with so short a time ago, such as 10m, and do nothing else with it.",
            valueName: "time"))
    var oncePer: TimeSpan?

    @Flag(help: "Show a card that has expired, and do nothing else with it.")
    var requireValid = false

    func validate() throws {
        guard formats == nil || save != nil else {
            throw ValidationError(thai: "--format ต้องใช้กับ --save", english: "--format needs --save.")
        }
        if let refusal { throw ValidationError(words: refusal) }
    }

    /// What is wrong with the names of files.
    private var refusal: Bilingual? {
        for name in append {
            guard DatedPath(name) != nil else {
                return Bilingual(
                    "--append รับชื่อไฟล์ และในวงเล็บปีกกามีได้เพียง {date}: ‘\(name)’",
                    "--append takes the name of a file, and in braces nothing but {date}: ‘\(name)’.")
            }
            guard Self.format(of: name) != nil else {
                return Bilingual(
                    "--append รับ .csv, .tsv, .ndjson หรือ .xlsx: ‘\(name)’ ไม่ใช่",
                    "--append takes .csv, .tsv, .ndjson or .xlsx: ‘\(name)’ is none of these.")
            }
        }
        return nil
    }

    /// The same, with what is settled where nothing is said.
    func settled(_ settings: Settings) throws(ToolError) -> FilingOptions {
        var options = self
        options.save = save ?? settings.text(.save)
        options.formats = formats ?? settings.list(.format).flatMap { FormatList(argument: $0.joined(separator: ",")) }
        if append.isEmpty { options.append = settings.list(.append) ?? [] }
        options.exec = exec ?? settings.text(.exec)
        options.register = register ?? settings.text(.register)
        options.notify = notify || settings.flag(.notify) == true
        options.beep = beep || settings.flag(.beep) == true
        options.oncePer = oncePer ?? settings.duration(.oncePer).map(TimeSpan.init(duration:))
        options.requireValid = requireValid || settings.flag(.requireValid) == true
        if let refusal = options.refusal { throw .usage(refusal) }
        return options
    }

    /// The files that each card gets.
    func saves(_ options: FormatOptions) -> [SaveAction] {
        guard let save else { return [] }
        return (formats?.formats ?? [.written(.json)]).map {
            SaveAction(folder: Path.absolute(save), format: FileFormat($0, options))
        }
    }

    /// The files that each card gets a line in.
    func appends(_ options: FormatOptions) -> [AppendAction] {
        append.compactMap { name in
            guard let path = DatedPath(Path.absolute(name)), let format = Self.format(of: name) else { return nil }
            return AppendAction(path: path, format: FileFormat(format, options))
        }
    }

    /// The program that each card is handed to.
    func run() throws(ToolError) -> RunAction? {
        guard let exec else { return nil }
        let found = exec.contains("/") ? Path.absolute(exec) : Executables.onPath(exec)
        guard let found, Folder.allows(.running, found) else { throw .desk(.noProgram(exec)) }
        return RunAction(program: found)
    }

    /// The signs that are given.
    var notices: Notices { Notices((notify ? [.notify] : []) + (beep ? [.beep] : [])) }

    private static func format(of name: String) -> OutputFormat? {
        switch DatedPath(name)?.fileExtension {
        case "ndjson", "jsonl": .written(.json)
        case let name?: ["csv", "tsv", "xlsx"].contains(name) ? OutputFormat(argument: name) : nil
        case nil: nil
        }
    }
}

/// Formats as they stand on a command line, by commas, each known.
struct FormatList: ExpressibleByArgument {
    let formats: [OutputFormat]

    init?(argument: String) {
        let names = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        formats = names.compactMap(OutputFormat.init(argument:))
        guard formats.count == names.count else { return nil }
    }
}
