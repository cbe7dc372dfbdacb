internal import CardPortrait
internal import SheetRequest
internal import ThaiIDCard

extension Composer {
    /// Computes a guest card's layout: rows of items between title and signatures.
    static func layout(_ card: GuestCardContent, _ typesetter: Typesetter) -> SheetLayout {
        var composer = Composer(card.sheet, typesetter)
        let area = composer.area
        let top = composer.composeTitle(area)
        let bottom = composer.composeEnd(area)
        composer.composeItems(
            card.rows, in: Rectangle(x: area.x, y: top, width: area.width, height: bottom - top))
        return composer.layout
    }

    private mutating func composeTitle(_ area: Rectangle) -> Double {
        let height = typesetter.lineHeight(metrics.title)
        place(
            "title", content.language.text(GuestCardWords.title), metrics.title,
            in: Rectangle(x: area.x, y: area.y, width: area.width, height: height))
        let y = area.y + height + metrics.gap.lowerBound
        rule(from: (area.x, y), to: (area.maxX, y), width: 1.6)
        return y + metrics.gap.upperBound * 0.65
    }

    /// Notices, signatures and the last line; returns where they begin.
    private mutating func composeEnd(_ area: Rectangle) -> Double {
        func above(_ y: Double, _ height: Double) -> Rectangle {
            Rectangle(x: area.x, y: y - height, width: area.width, height: height)
        }
        let lines = content.language == .both ? 2.0 : 1.0
        let foot = above(area.maxY, typesetter.lineHeight(metrics.foot) * lines)
        let text =
            content.language == .both
            ? "\(GuestCardWords.unverified.thai)\n\(GuestCardWords.unverified.english)"
            : GuestCardWords.unverified[content.language.main]
        place("unverified", text, metrics.foot, in: foot)
        let signatures = above(foot.y - metrics.gap.upperBound, metrics.signature)
        composeSignatures(GuestCardWords.signers, in: signatures)
        let notices = content.notices.map { "! " + content.language.text($0) }.joined(separator: "\n")
        guard !notices.isEmpty else { return signatures.y - metrics.gap.upperBound }
        let style = bold(metrics.note)
        let frame = above(
            signatures.y - metrics.gap.upperBound * 0.7, self.height(notices, style, width: area.width, lines: 4))
        place("notices", notices, style, in: frame)
        return frame.y - metrics.gap.upperBound * 0.5
    }

    /// The rows, with equal space between them.
    private mutating func composeItems(_ rows: [[GuestCardContent.Item]], in body: Rectangle) {
        let plans = rows.map { row in
            row.map { plan(of: $0, width: row.count == 1 ? body.width : (body.width - metrics.gutter) / 2) }
        }
        let heights = plans.map { $0.map(\.height).max() ?? 0 }
        let total = heights.reduce(0, +)
        let gap = min(max(0, (body.height - total) / Double(rows.count)), metrics.gap.upperBound)
        // On a small page each row gives its share.
        let share = min(1, body.height / max(total, 1))
        var y = body.y
        for (index, row) in rows.enumerated() {
            let height = heights[index] * share
            for (column, item) in row.enumerated() {
                let plan = plans[index][column].scaled(by: share)
                let x = body.x + Double(column) * (plan.width + metrics.gutter)
                compose(plan, Rectangle(x: x, y: y, width: plan.width, height: height))
                if case .blank = item {
                    dots(
                        Rectangle(
                            x: x, y: y + plan.labelHeight, width: plan.width, height: height - plan.labelHeight))
                }
            }
            y += height + gap
        }
    }

    private func plan(of item: GuestCardContent.Item, width: Double) -> CellPlan {
        switch item {
        case .filled(let cell): CellPlan(cell, width: width, self)
        case .blank(let name, let label):
            CellPlan(Cell(name: name, label: content.language.text(label), value: ""), width: width, self)
        }
    }
}
