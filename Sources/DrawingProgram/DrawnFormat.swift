package import CardFormats
package import SheetRequest
package import ThaiIDCard

/// A form in which records leave that the drawing program makes: a value in a list, and a command of
/// `thaiid-render`.
package struct DrawnFormat: Hashable {
    package let name: String
    package let summary: Bilingual
    package let fileExtension: String
    /// Whether a file holds one record only.
    package let holdsOne: Bool

    /// Every such format.
    package static let all = [xlsx, hotelGuestCard]

    /// A workbook.
    package static let xlsx = DrawnFormat(
        name: "xlsx", summary: Bilingual("สมุดงาน Excel", "workbook for Excel"), fileExtension: "xlsx",
        holdsOne: false)

    /// A hotel's guest card.
    package static let hotelGuestCard = DrawnFormat(
        name: "hotel-rr3",
        summary: Bilingual(
            "บัตรทะเบียนผู้พัก ร.ร.3 (PDF; ยังไม่ได้เทียบกับแบบจริง)", "hotel guest card R.R.3 as a PDF, layout unverified"),
        fileExtension: "pdf", holdsOne: true)

    /// The fields that it shows, `nil` for whatever is there.
    package func fields(_ options: FormatOptions) -> [Field]? {
        self == .hotelGuestCard ? Self.guestFields : CardFormat.csv.fields(options).map { Self.adding(options, to: $0) }
    }

    /// What `thaiid-render` is told to do.
    package func request(_ options: FormatOptions) -> any DrawingRequest {
        guard self == .xlsx else { return GuestCardRequest() }
        var request = WorkbookRequest()
        request.columns = options.tableColumns.map(\.name)
        request.headings = options.headings
        request.hasPhotos = options.hasPhotos
        return request
    }

    private static let guestFields = Field.rows(
        Field.citizenID, Field.nameThai, Field.nameEnglish, Field.birthDate, Field.sex, Field.issuer, Field.issueDate,
        Field.expiryDate, Field.address)

    private static func adding(_ options: FormatOptions, to shown: [Field]) -> [Field] {
        shown + (options.hasPhotos ? Field.all.filter { $0.kind == .photo } : [])
    }
}
