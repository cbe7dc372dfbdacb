package import CardPortrait
package import SheetRequest
internal import ThaiIDCard

/// Pages that are no sheet of a card: what is to be kept for a bad day, what a person is given of what is held on
/// them, what leaves the machine to prove a log.
///
/// The same document gives the same bytes wherever the same fonts are.
package struct Document {
    /// Most pages: nobody reads more, and somebody waits for them.
    package static let mostPages = 400

    private let layout: DocumentLayout
    private let title: String
    private let at: String
    private let language: Language

    /// Lays a document out.
    package init(
        _ document: PageDocument, paper: Paper = .a4, language: SheetLanguage = .thai, font: String = "Laksaman"
    ) throws(SheetError) {
        let typesetter = try Typesetter(family: font, language: language.main)
        // It stands in no package by itself: where it is missing, groups have the letters of all else.
        let even = (try? Typesetter(family: Self.evenFont, language: language.main)) ?? typesetter
        layout = try PageComposer.layout(document, paper, language, typesetter, even: even)
        (title, at, self.language) = (PrintedText.clean(document.title), document.at.iso, language.main)
    }

    /// Why photos that it should show are not on it.
    package var absences: [PortraitAbsence] { layout.pages.flatMap(\.faces).compactMap(\.absence) }

    /// The document as a PDF with its fonts, its language, and text that can be selected.
    package func pdf() throws(SheetError) -> [UInt8] {
        let canvas = try Canvas(pdf: layout.page, title: title, date: at)
        for (index, page) in layout.pages.enumerated() {
            if index > 0 { canvas.turn() }
            try page.draw(on: canvas)
        }
        guard let pdf = PDFCatalog.setting(language: language.rawValue, in: try canvas.finish()) else {
            throw .unexpectedPDF
        }
        return pdf
    }

    /// A family in which all letters are of one width.
    private static let evenFont = "Tlwg Mono"
}
