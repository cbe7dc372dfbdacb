public import ArgumentParser
import Host
public import SheetRequest
public import ThaiIDCard

/// What an operator may say about a sheet.
struct SheetOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What the sheet may be used for. Without it, and none configured, there is no sheet.", valueName: "text"))
    var purpose: String?

    @Option(help: "What the sheet is printed on (default: a4).")
    var paper: Paper?

    @Option(help: "Language of the sheet (default: th).")
    var lang: SheetLanguage?

    @Option(
        help: ArgumentHelp(
            """
            What of the card it shows, of photo,id,names,birth,sex,validity,address,issuer,request. By default \
            all but sex.
            """, valueName: "a,b,…"))
    var sections: SectionList?

    @Option(help: "The sections that a kind of office needs, as listed above.")
    var preset: SheetPreset?

    @Flag(help: "Show only the last three digits of the citizen ID.")
    var mask = false

    @Flag(help: "Leave the photo out.")
    var noPhoto = false

    @Option(
        help: ArgumentHelp(
            "Who makes the sheet: a text file of up to 4 lines, to stand at its head.", valueName: "file"))
    var issuerBlock: String?

    @Option(help: ArgumentHelp("Family of the sheet's letters, if it is installed.", valueName: "family"))
    var font: String?

    @Option(help: ArgumentHelp("Who makes the sheet, for the log (default: the user's name).", valueName: "name"))
    var `operator`: String?

    @Option(help: ArgumentHelp("The number of a sheet that is to be made again.", valueName: "number"))
    var audit: AuditNumber?

    @Option(
        help: ArgumentHelp(
            "The time on a sheet that is to be made again: 2026-11-23T09:41:07+07:00.", valueName: "time"))
    var at: Moment?

    func validate() throws {
        guard sections == nil || preset == nil else {
            throw ValidationError("--sections and --preset exclude one another.")
        }
        if let sections, sections.sections.allSatisfy({ $0 == .photo }), noPhoto {
            throw ValidationError("No section is left to show.")
        }
    }

    /// The language of messages.
    var language: Language { lang?.operatorLanguage ?? Invocation.localeLanguage }

    /// The sheet that is meant, with what is configured where nothing is said.
    func job(_ configuration: Configuration) throws(ToolError) -> SheetJob {
        let purpose = purpose ?? configuration[.purpose] ?? ""
        guard purpose.contains(where: { !$0.isWhitespace }) else { throw .refused(.purposeMissing) }
        let configured: SheetPreset? = try configuration.choice(.preset)
        let sections = sections?.sections ?? (preset ?? configured)?.sections ?? SheetSection.usual
        guard let time = at ?? Moment(iso: WallClock.system.now) else { throw .internal("a clock beyond all years") }
        var request = SheetRequest(purpose: purpose, audit: audit ?? .random(), at: time)
        request.sections = SectionList(sections.filter { $0 != .photo || !noPhoto })
        request.isMasked = mask
        let configuredPaper: Paper? = try configuration.choice(.paper)
        request.paper = paper ?? configuredPaper ?? request.paper
        request.language = lang
        request.issuerBlock = issuerBlock ?? configuration[.issuerBlock]
        request.font = font ?? configuration[.font]
        request.toolVersion = Tool.configuration.version
        return SheetJob(request: request, operator: `operator` ?? configuration[.operator] ?? Process.userName)
    }
}

extension Paper: ExpressibleByArgument {}
extension PageFormat: ExpressibleByArgument {}
extension SectionList: ExpressibleByArgument {}

extension SheetLanguage: ExpressibleByArgument {
    /// The one in which the operator is spoken to; `nil` where that is for the locale to say.
    var operatorLanguage: Language? { Language(rawValue: rawValue) }
}

extension AuditNumber: ExpressibleByArgument {
    /// Takes what `thaiid` gave out, as somebody read or heard it.
    public init?(argument: String) { self.init(checked: argument) }
}

extension Moment: ExpressibleByArgument {
    /// Takes what `iso` gives: a sheet's time has no parts of a second.
    public init?(argument: String) {
        self.init(iso: argument)
        guard iso == argument else { return nil }
    }
}
