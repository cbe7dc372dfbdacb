import ArgumentParser
import CardRecord
import CardSheet
import SheetRequest
import ThaiIDCard

extension RenderTool {
    /// `thaiid-render page`: pages that are no sheet of a card.
    struct Page: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: PageRequest.command, abstract: "Draw pages of headings, texts, tables, codes and photos.",
            discussion: """
                Takes one document as JSON on standard input (thaiid schema page), and writes a PDF of as many \
                pages as it needs. The same document and options give the same bytes.
                """)

        @Option(help: "What it is printed on.")
        var paper = Paper.a4

        @Option(help: "Language of the page numbers.")
        var lang = SheetLanguage.thai

        @Option(help: ArgumentHelp("Family of the letters.", valueName: "family"))
        var font = "Laksaman"

        @OptionGroup var errors: ErrorForm

        var request: PageRequest {
            var request = PageRequest()
            (request.paper, request.language, request.font) = (paper, lang, font)
            return request
        }

        func run() throws {
            let document = try Document(try StandardStreams.page(), paper: paper, language: lang, font: font)
            try StandardStreams.write(try document.pdf())
            for absence in Set(document.absences) {
                let words = DrawingFailure.noPortrait(.init(absence)).words.problem
                StandardStreams.tell(words[RenderProgram.language] + "\n")
            }
        }
    }
}
