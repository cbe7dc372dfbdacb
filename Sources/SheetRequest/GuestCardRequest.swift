/// A hotel's guest card that is asked for.
package struct GuestCardRequest: DrawingRequest {
    package static let command = "rr3"

    package var format: PageFormat?
    package var paper: Paper?
    package var language: SheetLanguage?
    package var font: String?
    /// Whether not the card is wanted, but where everything stands on it.
    package var isLayout = false

    package init() {}

    package var options: [String] {
        [
            format.map { "--format=\($0.rawValue)" }, paper.map { "--paper=\($0.rawValue)" },
            language.map { "--lang=\($0.rawValue)" }, font.map { "--font=\($0)" }, isLayout ? "--layout" : nil,
        ].compactMap { $0 }
    }
}
