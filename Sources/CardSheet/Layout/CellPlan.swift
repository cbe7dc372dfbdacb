/// The room that a cell is given.
struct CellPlan {
    let cell: Cell
    let width: Double
    private(set) var labelHeight: Double
    private(set) var valueHeight: Double
    private(set) var noteHeight: Double
    private(set) var lines: Int
    private let lineHeight: Double
    private let spacing: Double

    var height: Double { labelHeight + valueHeight + noteHeight }

    init(_ cell: Cell, width: Double, _ composer: Composer) {
        self.cell = cell
        self.width = width
        let (metrics, typesetter) = (composer.metrics, composer.typesetter)
        let style = metrics.style(of: cell.kind)
        labelHeight = typesetter.lineHeight(metrics.label)
        noteHeight = cell.note == nil ? 0 : typesetter.lineHeight(metrics.note)
        lines = min(typesetter.set(cell.value, style, width: width).lineCount, metrics.lines(of: cell.kind))
        lineHeight = typesetter.lineHeight(style)
        spacing = typesetter.spacing(style)
        valueHeight = lineHeight + spacing * Double(lines - 1)
    }

    /// The same room, smaller.
    func scaled(by share: Double) -> CellPlan {
        var plan = self
        plan.labelHeight *= share
        plan.valueHeight *= share
        plan.noteHeight *= share
        return plan
    }

    /// Leaves the value a line less, where it has several.
    mutating func takeLine() {
        guard lines > 1 else { return }
        lines -= 1
        valueHeight = lineHeight + spacing * Double(lines - 1)
    }
}
