import CardFormats
import CardRecord
import ThaiIDCard

/// A form in which records leave that the drawing program makes: a value in a list, and a command of
/// `thaiid-render`.
struct DrawnFormat: Hashable {
    let name: String
    let summary: Bilingual
    let fileExtension: String
    /// Whether a file holds one record only.
    let holdsOne: Bool
    /// The command of `thaiid-render`.
    let command: String

    /// Every such format.
    static let all = [xlsx, hotelGuestCard]

    /// A workbook.
    static let xlsx = DrawnFormat(
        name: "xlsx", summary: Bilingual("สมุดงาน Excel", "workbook for Excel"), fileExtension: "xlsx",
        holdsOne: false, command: "xlsx")

    /// A hotel's guest card.
    static let hotelGuestCard = DrawnFormat(
        name: "hotel-rr3",
        summary: Bilingual(
            "บัตรทะเบียนผู้พัก ร.ร.3 (PDF; ยังไม่ได้เทียบกับแบบจริง)", "hotel guest card R.R.3 as a PDF, layout unverified"),
        fileExtension: "pdf", holdsOne: true, command: "rr3")

    /// The fields that it shows, `nil` for whatever is there.
    func fields(_ options: FormatOptions) -> [Field]? {
        self == .hotelGuestCard ? Self.guestFields : CardFormat.csv.fields(options).map { Self.adding(options, to: $0) }
    }

    /// What `thaiid-render` is told to do, in which there is nothing of a card.
    func arguments(_ options: FormatOptions) -> [String] {
        guard self == .xlsx else { return [command] }
        var arguments = [command, "--columns=\(options.tableColumns.map(\.name).joined(separator: ","))"]
        if let language = options.headings { arguments.append("--headings=\(language.rawValue)") }
        if options.hasPhotos { arguments.append("--photo") }
        return arguments
    }

    private static let guestFields = Field.rows(
        Field.citizenID, Field.nameThai, Field.nameEnglish, Field.birthDate, Field.sex, Field.issuer, Field.issueDate,
        Field.expiryDate, Field.address)

    private static func adding(_ options: FormatOptions, to shown: [Field]) -> [Field] {
        shown + (options.hasPhotos ? Field.all.filter { $0.kind == .photo } : [])
    }
}
