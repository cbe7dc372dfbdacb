internal import CardPortrait
internal import SheetRequest

extension Composer {
    /// The data with the strike beneath it, then what stands beside it.
    mutating func composeBody(_ body: Rectangle) throws(SheetError) {
        let x = body.x + metrics.rail + metrics.gutter
        let column = Rectangle(x: x, y: body.y, width: body.maxX - x, height: body.height)
        var struck = composeRows(column)
        // Where little is shown there is still enough to cross.
        struck.height = max(struck.height, min(column.height, column.width * 0.7))
        composeStrike(struck)
        try composeRail(Rectangle(x: body.x, y: body.y, width: metrics.rail, height: body.height))
    }

    /// Lays the rows out from the top of a column; returns the rectangle that they take.
    private mutating func composeRows(_ column: Rectangle) -> Rectangle {
        let rows = content.rows
        let wanted = rows.map { row in row.map { CellPlan($0, width: width(of: row, column), self) } }
        let gaps = Double(max(0, rows.count - 1))
        let excess = Self.height(wanted) + gaps * metrics.gap.lowerBound - column.height
        let spare = Self.height(wanted) - Self.height(wanted.map { $0.map { $0.yielding(1) } })
        let share = spare > 0 ? min(1, max(0, excess / spare)) : 0
        let plans = wanted.map { $0.map { $0.yielding(share) } }
        let free = (column.height - Self.height(plans)) / max(1, gaps)
        let gap = min(max(free, 0), metrics.gap.upperBound)
        var y = column.y
        for row in plans {
            let height = row.map(\.height).max() ?? 0
            if y > column.y {
                rule(from: (column.x, y - gap / 2), to: (column.maxX, y - gap / 2), width: 0.4, grey: 0.55)
            }
            for (index, plan) in row.enumerated() {
                let x = column.x + Double(index) * (plan.width + metrics.gutter)
                compose(plan, Rectangle(x: x, y: y, width: plan.width, height: height))
            }
            y += height + gap
        }
        return Rectangle(x: column.x, y: column.y, width: column.width, height: max(0, y - gap - column.y))
    }

    private func width(of row: [Cell], _ column: Rectangle) -> Double {
        row.count == 1 ? column.width : (column.width - metrics.gutter) / 2
    }

    private static func height(_ rows: [[CellPlan]]) -> Double {
        rows.map { $0.map(\.height).max() ?? 0 }.reduce(0, +)
    }

    /// Label, value and note of a cell, one under the other.
    mutating func compose(_ plan: CellPlan, _ frame: Rectangle) {
        let cell = plan.cell
        var place = Rectangle(x: frame.x, y: frame.y, width: frame.width, height: plan.labelHeight)
        self.place("\(cell.name).label", cell.label, metrics.label, in: place)
        place.y += plan.labelHeight
        place.height = plan.valueHeight
        var style = metrics.style(of: cell.kind)
        if !cell.isValue { (style.isBold, style.grey) = (false, 0.35) }
        self.place(cell.name, cell.value, style, in: place)
        guard let note = cell.note else { return }
        place.y += plan.valueHeight
        place.height = plan.noteHeight
        self.place("\(cell.name).note", note, cell.isNoteStrong ? bold(metrics.note) : metrics.note, in: place)
    }

    /// The lines with the purpose between them, over the rectangle of the data; wider apart where the
    /// purpose is long.
    private mutating func composeStrike(_ region: Rectangle) {
        let fenced = content.options.purpose.fenced(content.language)
        let strikes = [1, 1.4, 1.8].lazy.map { [metrics, typesetter] (share: Double) in
            var strike = Strike(in: region, distance: metrics.strike * share)
            strike.text = typesetter.fit(
                fenced, metrics.struck, width: strike.room.width * 0.97, height: strike.room.height * 0.88)
            return strike
        }
        layout.strike =
            strikes.first { strike in
                strike.text.map { !$0.isCut && $0.size >= metrics.struck.size * 0.4 } ?? false
            } ?? strikes.last
    }
}
