import ArgumentParser
import DeskConfig
import FrontDesk
import Host
import Printing
import SheetRequest
import ThaiIDCard

/// Sheets of each card.
struct DeskSheetOptions: ParsableArguments {
    @Flag(help: "Make a sheet of each card, as thaiid sheet does: printed, into the folder of --save, or both.")
    var sheet = false

    @OptionGroup var look: SheetLook

    @Option(
        name: .customLong("print"), defaultAsFlag: PrinterName.usual,
        help: ArgumentHelp("Print the sheet, on this printer or on the usual one.", valueName: "printer"))
    var printer: PrinterName?

    @Option(help: ArgumentHelp("How many to print, 1 to 99 (default: 1).", valueName: "number"))
    var copies: Int?

    @OptionGroup var logOptions: LogOptions

    func validate() throws {
        guard sheet || (printer == nil && copies == nil && look.purpose == nil && look.preset == nil) else {
            throw ValidationError(
                thai: "--purpose, --preset, --print และ --copies ต้องใช้กับ --sheet",
                english: "--purpose, --preset, --print and --copies need --sheet.")
        }
        guard (1...99).contains(copies ?? 1) else {
            throw ValidationError(thai: "--copies รับ 1 ถึง 99", english: "--copies takes 1 to 99.")
        }
    }

    /// The same, with what a desk settles where nothing is said.
    func settled(_ settings: Settings) -> DeskSheetOptions {
        var options = self
        options.sheet = sheet || settings.flag(.sheet) == true
        options.printer = printer ?? PrinterName(settings)
        return options
    }

    /// The sheets that are meant; `nil` where none are.
    ///
    /// - Parameter folder: where their files go.
    func plan(
        _ settings: Settings, folder: String?, mask: Bool, hasPhoto: Bool
    ) throws(ToolError) -> SheetPlan? {
        guard sheet else { return nil }
        guard printer != nil || folder != nil else {
            throw .usage(
                Bilingual("--sheet ต้องใช้กับ --print, --save หรือทั้งสองอย่าง", "--sheet needs --print, --save, or both."))
        }
        // What is wrong with it is said before the first card.
        guard let now = Moment(iso: WallClock.system.now) else { throw .internal("a clock beyond all years") }
        var job = try look.job(settings, audit: .random(), at: now, hasPhoto: hasPhoto)
        job.request.isMasked = mask
        job.request.language = settings.choice(.lang)
        job.request.issuerBlock = job.request.issuerBlock.map(Path.absolute)
        if let printer {
            try asToolError(printing: try Printer(printer).check(job.request.paper))
        }
        _ = try logOptions.log(settings)
        return SheetPlan(
            job: job, printer: printer?.description, copies: copies ?? 1, folder: folder.map(Path.absolute),
            log: logOptions.place(settings))
    }
}

/// The sheet that each card gets, but for its number and time.
struct SheetPlan: Sendable {
    let job: SheetJob
    let printer: String?
    let copies: Int
    let folder: String?
    let log: SheetAction.LogPlace?

    /// That of a card which was read at this time; `nil` where no clock shows it.
    func action(at time: String) -> SheetAction? {
        guard let moment = Moment(iso: time) else { return nil }
        var request = job.request
        (request.audit, request.at) = (.random(), moment)
        return SheetAction(
            request: request, operator: job.operator, printer: printer, copies: copies, folder: folder, log: log)
    }
}

extension LogOptions {
    /// Where the log and its key are, where one is wanted.
    fileprivate func place(_ settings: Settings) -> SheetAction.LogPlace? {
        guard let path = log ?? settings.text(.log), let key = logKey ?? settings.text(.logKey) else { return nil }
        return SheetAction.LogPlace(path: Path.absolute(path), key: Path.absolute(key))
    }
}
