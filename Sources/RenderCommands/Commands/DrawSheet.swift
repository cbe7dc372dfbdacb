import ArgumentParser
import CardFormats
import CardPortrait
import CardRecord
import CardSheet
import ThaiIDCard

/// `thaiid-render sheet`: the page that stands in for a photocopy.
struct DrawSheet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet", abstract: "Draw the page that stands in for a photocopy of the card.",
        discussion: """
            The same record and options give the same bytes. The purpose has at most 200 characters; \
            without one there is no sheet.
            """)

    /// As what a sheet leaves.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case pdf
        case png
    }

    @Option(help: ArgumentHelp("What the sheet may be used for.", valueName: "text"))
    var purpose: String?

    @Option(help: ArgumentHelp("Number of the sheet: letters, digits, hyphens.", valueName: "number"))
    var audit: AuditNumber

    @Option(help: ArgumentHelp("When it was asked for: 2026-11-23T09:41:07+07:00.", valueName: "time"))
    var at: Moment

    @Option(help: "What to draw.")
    var format = Format.pdf

    @Option(help: "What it is printed on.")
    var paper = Paper.a4

    @Option(help: "Language of the sheet.")
    var lang = SheetLanguage.thai

    @Option(
        help: ArgumentHelp(
            """
            What of the card to show, by commas: photo,id,names,birth,sex,validity,address,issuer,request. By \
            default all but sex.
            """, valueName: "names"))
    var sections: SectionList?

    @Flag(help: "Show only the last three digits of the citizen ID.")
    var mask = false

    @Flag(help: "Leave the portrait out.")
    var noPhoto = false

    @Option(help: ArgumentHelp("A text file of 1 to 4 lines: who makes the sheet.", valueName: "file"))
    var issuerBlock: String?

    @Option(help: ArgumentHelp("Family of the letters.", valueName: "family"))
    var font = "Laksaman"

    @Option(help: ArgumentHelp("Release to name as the sheet's maker.", valueName: "version"))
    var toolVersion = RenderTool.configuration.version

    @Flag(help: "Print where everything stands, as JSON, instead of drawing it.")
    var layout = false

    func run() throws {
        let sheet = try Sheet(try StandardStreams.record(), try options())
        if layout {
            try StandardStreams.write(Array((sheet.layoutReport.line + "\n").utf8))
        } else {
            try StandardStreams.write(format == .pdf ? try sheet.pdf() : try sheet.png())
        }
        guard let absence = sheet.portraitAbsence, absence.isOfThePhoto else { return }
        StandardStreams.tell(RenderError.noPortrait(absence).words.problem[RenderProgram.language] + "\n")
    }

    private func options() throws -> SheetOptions {
        var options = SheetOptions(purpose: try Purpose(purpose ?? ""), audit: audit, at: at)
        options.paper = paper
        options.language = lang
        options.sections = Set(sections?.sections ?? SheetSection.usual)
        if noPhoto { options.sections.remove(.photo) }
        options.isMasked = mask
        options.issuer = try issuerBlock.map { file in
            guard let block = IssuerBlock(try StandardStreams.text(of: file)) else {
                throw RenderError.issuerTooLong(lines: IssuerBlock.lineLimit, columns: IssuerBlock.columnLimit)
            }
            return block
        }
        options.font = font
        options.toolVersion = toolVersion
        return options
    }
}
