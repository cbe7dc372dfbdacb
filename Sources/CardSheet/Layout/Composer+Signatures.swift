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
    private mutating func composeSignature(
        _ name: String, _ who: Bilingual, _ statement: Bilingual, _ frame: Rectangle
    ) {
        let language = content.language
        let line = frame.height / 4
        func row(_ index: Double, from x: Double = 0, to end: Double = 1) -> Rectangle {
            Rectangle(
                x: frame.x + frame.width * x, y: frame.y + line * index, width: frame.width * (end - x), height: line)
        }
        place("\(name).statement", language.text(statement), bold(metrics.note), in: row(0))
        place("\(name).signed", language.text(SheetWords.signature), metrics.note, in: row(1.25, to: 0.2))
        var right = metrics.note
        right.alignment = .right
        place("\(name).who", language.text(who), right, in: row(1.25, from: 0.74))
        var centred = metrics.note
        centred.alignment = .centre
        place("\(name).bracket.left", "(", centred, in: row(2.2, from: 0.17, to: 0.22))
        place("\(name).bracket.right", ")", centred, in: row(2.2, from: 0.72, to: 0.77))
        place("\(name).date", language.text(SheetWords.date), metrics.note, in: row(3.1, to: 0.2))
        dots(row(1.25, from: 0.21, to: 0.73))
        dots(row(2.2, from: 0.22, to: 0.72))
        dots(row(3.1, from: 0.21, to: 0.73))
    }

    private mutating func dots(_ row: Rectangle) {
        let y = row.y + row.height * 0.78
        rule(from: (row.x, y), to: (row.maxX, y), width: 0.7, isDotted: true)
    }
}
