internal import ThaiIDCard

extension Composer {
    /// Two places to sign, side by side.
    mutating func composeSignatures(_ frame: Rectangle) {
        let width = (frame.width - metrics.gutter) / 2
        composeSignature(
            "holder", SheetWords.holder, SheetWords.holderStatement,
            Rectangle(x: frame.x, y: frame.y, width: width, height: frame.height))
        composeSignature(
            "officer", SheetWords.officer, SheetWords.officerStatement,
            Rectangle(x: frame.maxX - width, y: frame.y, width: width, height: frame.height))
    }

    /// What is confirmed, then dotted lines for hand, name and day.
    mutating func composeSignature(
        _ name: String, _ who: Bilingual, _ statement: Bilingual, _ frame: Rectangle
    ) {
        let language = content.language
        let line = typesetter.lineHeight(metrics.note)
        let pitch = (frame.height - line * 2) / 2.4
        func row(_ y: Double, from x: Double = 0, to end: Double = 1) -> Rectangle {
            Rectangle(
                x: frame.x + frame.width * x, y: frame.y + y, width: frame.width * (end - x), height: line)
        }
        let start = language == .both ? 0.21 : 0.17
        place("\(name).statement", language.text(statement), statementStyle(width: frame.width), in: row(0))
        let (hand, clear, day) = (line + pitch * 0.6, line + pitch * 1.5, frame.height - line)
        place("\(name).signed", language.text(SheetWords.signature), metrics.note, in: row(hand, to: start - 0.01))
        place("\(name).who", language.text(who), metrics.note, in: row(hand, from: 0.75))
        var centred = metrics.note
        centred.alignment = .centre
        place("\(name).bracket.left", "(", centred, in: row(clear, from: 0.17, to: 0.22))
        place("\(name).bracket.right", ")", centred, in: row(clear, from: 0.72, to: 0.77))
        place("\(name).date", language.text(SheetWords.date), metrics.note, in: row(day, to: start - 0.01))
        dots(row(hand, from: start, to: 0.73))
        dots(row(clear, from: 0.22, to: 0.72))
        dots(row(day, from: start, to: 0.73))
    }

    /// Both statements in one size.
    private func statementStyle(width: Double) -> TextStyle {
        var style = bold(metrics.note)
        let height = typesetter.lineHeight(style)
        let sizes = [SheetWords.holderStatement, SheetWords.officerStatement]
            .map { typesetter.fit(content.language.text($0), style, width: width, height: height).size }
        style.size = sizes.min() ?? style.size
        return style
    }

    mutating func dots(_ row: Rectangle) {
        let y = row.y + row.height * 0.74
        rule(from: (row.x, y), to: (row.maxX, y), width: 0.7, isDotted: true)
    }
}
