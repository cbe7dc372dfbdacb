/// A document of pages that is asked for: what stands on it comes on standard input, a `PageDocument`.
package struct PageRequest: DrawingRequest {
    package static let command = "page"

    package var paper: Paper?
    /// In which language pages are numbered; `nil` for Thai.
    package var language: SheetLanguage?
    /// The family of its letters; `nil` for the usual one.
    package var font: String?

    package init() {}

    package var options: [String] {
        [
            paper.map { "--paper=\($0.rawValue)" }, language.map { "--lang=\($0.rawValue)" },
            font.map { "--font=\($0)" },
        ].compactMap { $0 }
    }
}
