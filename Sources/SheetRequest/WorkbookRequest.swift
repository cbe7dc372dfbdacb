package import ThaiIDCard

/// A workbook that is asked for.
package struct WorkbookRequest: DrawingRequest {
    package static let command = "xlsx"

    /// The names of columns; `nil` for the usual ones.
    package var columns: [String]?
    /// The language of words above the columns; `nil` for their names.
    package var headings: Language?
    package var hasPhotos = false

    package init() {}

    package var options: [String] {
        [
            columns.map { "--columns=\($0.joined(separator: ","))" }, headings.map { "--headings=\($0.rawValue)" },
            hasPhotos ? "--photo" : nil,
        ].compactMap { $0 }
    }
}
