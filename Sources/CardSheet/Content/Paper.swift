internal import CardPortrait

/// What a sheet is printed on, upright.
public enum Paper: String, Hashable, Sendable, CaseIterable {
    /// ISO 216 A4.
    case a4
    /// ISO 216 A5, half of A4.
    case a5
    /// US Letter.
    case letter

    var size: PaperSize {
        switch self {
        case .a4: PaperSize(width: 595.28, height: 841.89)
        case .a5: PaperSize(width: 419.53, height: 595.28)
        case .letter: PaperSize(width: 612, height: 792)
        }
    }
}

/// Width and height of a page, in points.
struct PaperSize: Hashable, Sendable {
    let width: Double
    let height: Double
}
