internal import CardPortrait
internal import SheetRequest

/// The measures of a sheet on one paper, in points; sizes of type as in `TextStyle`.
struct Metrics {
    let margin: Double
    /// Width of the column that holds the portrait and where the sheet comes from.
    let rail: Double
    let gutter: Double
    /// Space between rows, at least and at most.
    let gap: ClosedRange<Double>
    let portrait: PaperSize
    let code: Double
    /// Distance of the two lines that cross the data.
    let strike: Double
    let signature: Double

    let title: TextStyle
    let subtitle: TextStyle
    let label: TextStyle
    let number: TextStyle
    let name: TextStyle
    let value: TextStyle
    let small: TextStyle
    let note: TextStyle
    let purpose: TextStyle
    let struck: TextStyle
    let foot: TextStyle

    init(_ paper: Paper) {
        switch paper {
        case .a4, .letter: self.init(scale: 1, margin: 50, rail: 126, signature: 104)
        case .a5: self.init(scale: 0.78, margin: 30, rail: 92, signature: 70)
        }
    }

    private init(scale: Double, margin: Double, rail: Double, signature: Double) {
        func style(_ size: Double, minimum: Double, bold: Bool = false, grey: Double = 0) -> TextStyle {
            TextStyle(size: size * scale, minimum: minimum, isBold: bold, grey: grey)
        }
        self.margin = margin
        self.rail = rail
        self.signature = signature
        gutter = 22 * scale
        gap = (4 * scale)...(20 * scale)
        portrait = PaperSize(width: 112 * scale, height: 135 * scale)
        code = 96 * scale
        strike = 44 * scale
        title = style(22, minimum: 10, bold: true)
        subtitle = style(13, minimum: 6, grey: 0.25)
        label = style(12, minimum: 4.5, grey: 0.2)
        number = style(29, minimum: 14, bold: true)
        name = style(19, minimum: 5, bold: true)
        value = style(16.5, minimum: 4)
        small = style(13, minimum: 4.5)
        note = style(12.5, minimum: 6)
        purpose = style(18, minimum: 7.5, bold: true)
        struck = TextStyle(size: 24 * scale, minimum: 7.5, isBold: true, grey: 0.62, alignment: .centre)
        foot = style(10.5, minimum: 6, grey: 0.2)
    }

    func style(of kind: Cell.Kind) -> TextStyle {
        switch kind {
        case .number: number
        case .name: name.keepingWhole(between: " ")
        case .plain: value.keepingWhole(between: " ")
        case .small: small
        }
    }

    /// Into how many lines a value of a kind may be broken before it is set smaller.
    func lines(of kind: Cell.Kind) -> Int {
        switch kind {
        case .number: 1
        case .name, .small: 2
        case .plain: 3
        }
    }
}

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
