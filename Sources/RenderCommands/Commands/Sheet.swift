import ArgumentParser
import CardFormats
import CardPortrait
import CardRecord
import CardSheet
import SheetRequest
import ThaiIDCard

extension RenderTool {
    /// `thaiid-render sheet`: the page that stands in for a photocopy.
    struct Sheet: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: SheetRequest.command, abstract: "Draw the page that stands in for a photocopy of the card.",
            discussion: """
                The same record and options give the same bytes. The purpose has at most 200 characters; \
                without one there is no sheet.
                """)

        @Option(help: ArgumentHelp("What the sheet may be used for.", valueName: "text"))
        var purpose: String?

        @Option(help: ArgumentHelp("Number of the sheet: letters, digits, hyphens.", valueName: "number"))
        var audit: AuditNumber

        @Option(help: ArgumentHelp("When it was asked for: 2026-11-23T09:41:07+07:00.", valueName: "time"))
        var at: Moment

        @Option(help: "What to draw.")
        var format = PageFormat.pdf

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

        @OptionGroup var errors: ErrorForm

        var request: SheetRequest {
            var request = SheetRequest(purpose: purpose ?? "", audit: audit, at: at)
            (request.format, request.paper, request.language, request.isLayout) = (format, paper, lang, layout)
            request.sections = SectionList(
                (sections?.sections ?? SheetSection.usual).filter { $0 != .photo || !noPhoto })
            (request.isMasked, request.issuerBlock) = (mask, issuerBlock)
            (request.font, request.toolVersion) = (font, toolVersion)
            return request
        }

        func run() throws {
            let request = request
            let sheet = try CardSheet.Sheet(try StandardStreams.record(), try options(request))
            if request.isLayout {
                try StandardStreams.write(Array((sheet.layoutReport.line + "\n").utf8))
            } else {
                try StandardStreams.write(request.format == .pdf ? try sheet.pdf() : try sheet.png())
            }
            guard let absence = sheet.portraitAbsence, absence.isOfThePhoto else { return }
            StandardStreams.tell(DrawingFailure.noPortrait(.init(absence)).words.problem[RenderProgram.language] + "\n")
        }

        private func options(_ request: SheetRequest) throws -> SheetOptions {
            var options = SheetOptions(purpose: try Purpose(request.purpose), audit: request.audit, at: request.at)
            options.paper = request.paper
            options.language = request.language ?? options.language
            options.sections = Set(request.sections.sections)
            options.isMasked = request.isMasked
            options.issuer = try request.issuerBlock.map { file in
                guard let block = IssuerBlock(try StandardStreams.text(of: file)) else {
                    throw DrawingFailure.issuerTooLong(lines: IssuerBlock.lineLimit, columns: IssuerBlock.columnLimit)
                }
                return block
            }
            options.font = request.font ?? options.font
            options.toolVersion = request.toolVersion ?? options.toolVersion
            return options
        }
    }
}
