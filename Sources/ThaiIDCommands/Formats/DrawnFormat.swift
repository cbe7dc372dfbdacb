import CardExport
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
    static let all = [xlsx]

    /// A workbook.
    static let xlsx = DrawnFormat(
        name: "xlsx", summary: Bilingual("สมุดงาน Excel", "workbook for Excel"), fileExtension: "xlsx",
        holdsOne: false, command: "xlsx")

    /// The fields that it shows, `nil` for whatever is there.
    func fields(_ options: FormatOptions) -> [Field]? {
        CardFormat.csv.fields(options).map { shown in
            shown + (options.hasPhotos ? Field.all.filter { $0.kind == .photo } : [])
        }
    }

    /// The command line of `thaiid-render`, on which nothing of a card stands.
    func arguments(_ options: FormatOptions) -> [String] {
        let columns = options.columns.map { ["--columns=\($0.map(\.name).joined(separator: ","))"] } ?? []
        return [command] + columns + (options.hasPhotos ? ["--photo"] : [])
    }
}
