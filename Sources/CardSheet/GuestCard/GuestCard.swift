package import CardRecord
package import SheetRequest
package import ThaiIDCard

/// A hotel's card of a guest (ร.ร.3, Hotel Act B.E. 2547 section 35): what the chip says filled in, and
/// lines for what the guest has to say.
///
/// The items are those that hotels are asked for. How the official form sets them is not known here.
package struct GuestCard {
    private let layout: SheetLayout
    private let content: GuestCardContent

    /// What is left to be filled in by hand.
    package var missing: [Bilingual] { content.missing }

    /// Lays a card out.
    package init(
        _ record: SheetRecord, paper: Paper = .a4, language: SheetLanguage = .thai, font: String = "Laksaman"
    ) throws(SheetError) {
        content = try GuestCardContent(record, paper, language)
        layout = Composer.layout(content, try Typesetter(family: font, language: language.main))
    }

    /// The card as a PDF of one page. It bears the time at which the chip was read and no other.
    package func pdf() throws(SheetError) -> [UInt8] {
        let language = content.sheet.language.main
        let canvas = try Canvas(
            pdf: layout.page, title: GuestCardWords.title[language], date: content.sheet.options.at.iso)
        try layout.draw(on: canvas)
        guard let pdf = PDFCatalog.setting(language: language.rawValue, in: try canvas.finish()) else {
            throw .unexpectedPDF
        }
        return pdf
    }

    /// The card as a picture of 200 dots an inch.
    package func png() throws(SheetError) -> [UInt8] {
        let canvas = try Canvas(image: layout.page, dotsPerInch: PNGEncoder.dotsPerInch)
        try layout.draw(on: canvas)
        return try canvas.finish()
    }

    /// Where everything stands, for programs that check it. It holds nothing of the card.
    package var layoutReport: JSONValue { layout.report }
}
