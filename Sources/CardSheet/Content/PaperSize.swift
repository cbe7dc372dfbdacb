internal import CardPortrait
internal import SheetRequest

/// Width and height of a page, in points.
struct PaperSize: Hashable, Sendable {
    let width: Double
    let height: Double
}

extension Paper {
    var size: PaperSize {
        switch self {
        case .a4: PaperSize(width: 595.28, height: 841.89)
        case .a5: PaperSize(width: 419.53, height: 595.28)
        case .letter: PaperSize(width: 612, height: 792)
        }
    }
}
