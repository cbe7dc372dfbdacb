public import ArgumentParser
import DeskConfig
import Host
public import SheetRequest
public import ThaiIDCard

/// What an operator may say about a sheet.
struct SheetOptions: ParsableArguments {
    @OptionGroup var look: SheetLook

    @Option(help: "Language of the sheet (default: th).")
    var lang: SheetLanguage?

    @Flag(help: "Show only the last three digits of the citizen ID.")
    var mask = false

    @Flag(help: "Leave the photo out.")
    var noPhoto = false

    @Option(help: ArgumentHelp("The number of a sheet that is to be made again.", valueName: "number"))
    var audit: AuditNumber?

    @Option(
        help: ArgumentHelp(
            "The time on a sheet that is to be made again: 2026-11-23T09:41:07+07:00.", valueName: "time"))
    var at: Moment?

    func validate() throws {
        if let sections = look.sections, sections.sections.allSatisfy({ $0 == .photo }), noPhoto {
            throw ValidationError(words: SheetLook.nothingLeft)
        }
    }

    /// The language of messages.
    func language(_ settings: Settings) -> Language {
        (lang ?? settings.choice(.lang))?.operatorLanguage ?? Invocation.localeLanguage
    }

    /// The sheet that is meant, with what is settled where nothing is said.
    func job(_ settings: Settings) throws(ToolError) -> SheetJob {
        guard let time = at ?? Moment(iso: WallClock.system.now) else { throw .internal("a clock beyond all years") }
        let hasPhoto = !noPhoto && settings.flag(.noPhoto) != true
        var job = try look.job(settings, audit: audit ?? .random(), at: time, hasPhoto: hasPhoto)
        job.request.isMasked = mask || settings.flag(.mask) == true
        job.request.language = lang ?? settings.choice(.lang)
        return job
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
