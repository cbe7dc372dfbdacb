import ArgumentParser
import AuditLog
import DeskConfig
import Host
package import Printing
import SheetRequest
import ThaiIDCard

extension PrinterName: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension PrinterName {
    /// The printer that is settled; `nil` where none is.
    init?(_ settings: Settings) {
        if let name = settings.text(.print) {
            self.init(name)
        } else if settings.flag(.print) == true {
            self = .usual
        } else {
            return nil
        }
    }
}

/// Where a sheet goes: into a file, to a printer, or both.
struct SheetOutput: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write it to FILE.pdf or FILE.png; - stands for standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(help: "What to write, where the file's name does not say.")
    var format: PageFormat?

    @Option(
        name: .customLong("print"), defaultAsFlag: PrinterName.usual,
        help: ArgumentHelp("Print it, on this printer or on the usual one.", valueName: "printer"))
    var printer: PrinterName?

    @Option(help: ArgumentHelp("How many to print, 1 to 99 (default: 1).", valueName: "number"))
    var copies: Int?

    @Flag(help: "Let --output overwrite a file.")
    var force = false

    @Flag(help: "Print the sheet's line of the log as JSON; errors too, on standard error.")
    var json = false

    func validate() throws {
        guard !json || output != "-" else {
            throw ValidationError(
                thai: "--json กับ -o - ใช้เอาต์พุตมาตรฐานพร้อมกันไม่ได้", english: "--json and -o - both want standard output.")
        }
        guard (1...99).contains(copies ?? 1) else {
            throw ValidationError(thai: "--copies รับ 1 ถึง 99", english: "--copies takes 1 to 99.")
        }
        guard output == nil || fileFormat != nil else {
            throw ValidationError(
                thai: "เอกสารเป็น .pdf หรือ .png: ตั้งชื่อไฟล์ตามนั้น หรือระบุ --format",
                english: "A sheet is .pdf or .png: name the file so, or say --format.")
        }
    }

    /// Why it goes nowhere, or not as is said; `nil` where it goes. A desk may settle that it is printed.
    var contradiction: Bilingual? {
        if output == nil, printer == nil {
            return Bilingual(
                "ระบุว่าจะออกเอกสารที่ใด: -o FILE.pdf, --print หรือทั้งสองอย่าง",
                "Say where the sheet goes: -o FILE.pdf, --print, or both.")
        }
        guard printer == nil, copies != nil else { return nil }
        return Bilingual("--copies ต้องใช้กับ --print", "--copies needs --print.")
    }

    /// The same, printed where a desk prints and nobody says where the sheet goes: paper cannot be called back.
    func settled(_ settings: Settings) -> SheetOutput {
        guard output == nil, printer == nil else { return self }
        var settled = self
        settled.printer = PrinterName(settings)
        return settled
    }

    /// As what it is written; `nil` where it is not.
    var fileFormat: PageFormat? {
        output.flatMap { format ?? ($0 == "-" ? .pdf : PageFormat(file: $0)) }
    }

    /// Finds everything that it needs, and refuses early what would fail in the end.
    func delivery(on paper: Paper) throws(ToolError) -> SheetDelivery {
        let file = OutputFile.named(output, replaces: force)
        if output == "-", let fileFormat, Process.isTerminal(1) {
            throw .refused(.terminal(format: fileFormat.rawValue))
        }
        if let file { try asToolError(try file.check()) }
        let printer = try printer.map { name throws(ToolError) in try asToolError(printing: try Printer(name)) }
        try asToolError(printing: try printer?.check(paper))
        return SheetDelivery(file: file, fileFormat: fileFormat, printer: printer, copies: copies ?? 1)
    }
}

/// Where sheets are logged.
struct LogOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Add a line of JSON about the sheet to a file first.", valueName: "file"),
        completion: .file())
    var log: String?

    @Option(
        help: ArgumentHelp(
            "The key under which the log tells holders apart, made if it is not there. Keep it elsewhere than the log.",
            valueName: "file"), completion: .file())
    var logKey: String?

    /// The log and its key, where one is wanted.
    func log(_ settings: Settings) throws(ToolError) -> AuditLog? {
        guard let path = log ?? settings.text(.log) else { return nil }
        guard let keyPath = logKey ?? settings.text(.logKey) else { throw .refused(.logKeyMissing) }
        let key: LogKey
        do throws(KeyFileError) { key = try LogKey(file: keyPath) } catch { throw ToolError(error) }
        let log = AuditLog(path: path, key: key)
        try asToolError(try log.check())
        return log
    }
}
