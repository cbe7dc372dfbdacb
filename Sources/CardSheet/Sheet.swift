public import CardPortrait
public import CardRecord
internal import SheetRequest
internal import ThaiIDCard

/// The page that stands in for a photocopy of a card: what its chip says, what that may be used for,
/// and who saw the card.
///
/// The same record and options give the same bytes wherever the same fonts are. Nothing of the clock,
/// the locale or the user enters.
public struct Sheet {
    private let layout: SheetLayout
    private let content: SheetContent

    /// Lays a sheet out.
    public init(_ record: SheetRecord, _ options: SheetOptions) throws(SheetError) {
        if let citizenID = record.record.card.citizenID.value {
            let texts = [options.purpose.text, options.audit.description] + (options.issuer?.lines ?? [])
            guard !texts.contains(where: citizenID.isRepeated) else { throw .holdsCitizenID }
        }
        content = SheetContent(record: record, options: options)
        let typesetter = try Typesetter(family: options.font, language: options.language.main)
        layout = try Composer.layout(content, typesetter)
        guard layout.strike?.text?.isCut != true,
            !layout.boxes.contains(where: { $0.name == "purpose" && $0.text.isCut })
        else { throw .purposeTooLong(limit: Purpose.limit) }
    }

    /// Why the sheet shows no portrait; `nil` where it does.
    public var portraitAbsence: PortraitAbsence? { layout.face?.absence }

    /// The sheet as a PDF of one page, with its fonts, its language, and text that can be selected.
    public func pdf() throws(SheetError) -> [UInt8] {
        let canvas = try Canvas(pdf: layout.page, title: content.documentTitle, date: content.options.at.iso)
        try layout.draw(on: canvas)
        let bytes = try canvas.finish()
        guard let named = PDFCatalog.setting(language: content.language.main.rawValue, in: bytes) else {
            throw .unexpectedPDF
        }
        return named
    }

    /// The sheet as a picture of 200 dots an inch.
    public func png() throws(SheetError) -> [UInt8] {
        let canvas = try Canvas(image: layout.page, dotsPerInch: PNGEncoder.dotsPerInch)
        try layout.draw(on: canvas)
        return try canvas.finish()
    }

    /// Where everything stands, for programs that check it. It holds nothing of the card.
    public var layoutReport: JSONValue { layout.report }
}

extension Sheet: CustomStringConvertible, CustomReflectable {
    /// The sheet's number, so that a log line that prints a sheet gives nothing away.
    public var description: String { "Sheet(\(content.options.audit.description))" }
    /// As guarded as `description`.
    public var customMirror: Mirror { Mirror(self, children: ["sheet": description]) }
}
