import ArgumentParser
import CardFormats
import CardPortrait
import CardRecord
import CardSheet
import SheetRequest
import ThaiIDCard

extension RenderTool {
    /// `thaiid-render rr3`: a hotel's card of a guest.
    struct RR3: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: GuestCardRequest.command,
            abstract: "Draw a hotel's guest card (R.R. 3), filled in from the chip.",
            discussion: """
                What the chip does not say is left as dotted lines and named on standard error. The items are \
                those that hotels are asked for; the layout is unverified: it was not compared with the \
                official form. The same record gives the same bytes.
                """)

        @Option(help: "What to draw.")
        var format = PageFormat.pdf

        @Option(help: "What it is printed on.")
        var paper = Paper.a4

        @Option(help: "Language of the card.")
        var lang = SheetLanguage.thai

        @Option(help: ArgumentHelp("Family of the letters.", valueName: "family"))
        var font = "Laksaman"

        @Flag(help: "Print where everything stands, as JSON, instead of drawing it.")
        var layout = false

        @OptionGroup var errors: ErrorForm

        var request: GuestCardRequest {
            var request = GuestCardRequest()
            (request.format, request.paper, request.language) = (format, paper, lang)
            (request.font, request.isLayout) = (font, layout)
            return request
        }

        func run() throws {
            let card = try GuestCard(try StandardStreams.record(), paper: paper, language: lang, font: font)
            if layout {
                try StandardStreams.write(Array((card.layoutReport.line + "\n").utf8))
                return
            }
            try StandardStreams.write(format == .pdf ? try card.pdf() : try card.png())
            let missing = Bilingual(
                "ยังต้องกรอก: " + card.missing.map(\.thai).joined(separator: ", "),
                "Still to be filled in: " + card.missing.map(\.english).joined(separator: ", ") + ".")
            StandardStreams.tell(missing[RenderProgram.language] + "\n")
        }
    }
}
