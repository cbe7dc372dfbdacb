internal import CardPortrait

/// The room that a cell is given.
struct CellPlan {
    let cell: Cell
    let width: Double
    private(set) var labelHeight: Double
    private(set) var valueHeight: Double
    private(set) var noteHeight: Double
    private let isLong: Bool
    private let lineHeight: Double

    var height: Double { labelHeight + valueHeight + noteHeight }

    init(_ cell: Cell, width: Double, _ composer: Composer) {
        self.cell = cell
        self.width = width
        let (metrics, typesetter) = (composer.metrics, composer.typesetter)
        let style = metrics.style(of: cell.kind)
        labelHeight = typesetter.lineHeight(metrics.label)
        noteHeight = cell.note == nil ? 0 : typesetter.lineHeight(metrics.note)
        let lines = min(typesetter.set(cell.value, style, width: width).lineCount, metrics.lines(of: cell.kind))
        lineHeight = typesetter.lineHeight(style)
        isLong = lines > 1
        valueHeight = lineHeight + typesetter.spacing(style) * Double(lines - 1)
    }

    /// The same room, smaller.
    func scaled(by share: Double) -> CellPlan {
        var plan = self
        plan.labelHeight *= share
        plan.valueHeight *= share
        plan.noteHeight *= share
        return plan
    }

    /// The same cell with its value in less room, where it has several lines.
    ///
    /// - Parameter share: of what can be spared, 0 to 1.
    func yielding(_ share: Double) -> CellPlan {
        guard isLong else { return self }
        var plan = self
        plan.valueHeight -= share * (valueHeight - lineHeight * 0.7)
        return plan
    }
}
