internal import CardPortrait
internal import SheetRequest
internal import ThaiIDCard

extension Composer {
    /// Places to sign, side by side, their words in the same sizes.
    mutating func composeSignatures(_ signers: [Signer], in frame: Rectangle) {
        let width = (frame.width - metrics.gutter) / 2
        let statement = common(signers.map(\.statement), bold(metrics.note), width: width)
        let label = common([SheetWords.signature, SheetWords.date], metrics.note, width: width * labelShare)
        let who = common(signers.map(\.who), metrics.note, width: width * (1 - Self.whoShare))
        for (signer, x) in zip(signers, [frame.x, frame.maxX - width]) {
            let place = Rectangle(x: x, y: frame.y, width: width, height: frame.height)
            composeSignature(signer, (statement, label, who), in: place)
        }
    }

    /// What is confirmed, then dotted lines for hand, name and day.
    private mutating func composeSignature(
        _ signer: Signer, _ styles: (statement: TextStyle, label: TextStyle, who: TextStyle), in frame: Rectangle
    ) {
        let (name, language) = (signer.name, content.language)
        let line = typesetter.lineHeight(metrics.note)
        let pitch = (frame.height - line * 2) / 2.4
        func row(_ y: Double, from x: Double = 0, to end: Double = 1) -> Rectangle {
            Rectangle(
                x: frame.x + frame.width * x, y: frame.y + y, width: frame.width * (end - x), height: line)
        }
        let start = labelShare + 0.01
        place("\(name).statement", language.text(signer.statement), styles.statement, in: row(0))
        let (hand, clear, day) = (line + pitch * 0.6, line + pitch * 1.5, frame.height - line)
        place("\(name).signed", language.text(SheetWords.signature), styles.label, in: row(hand, to: labelShare))
        place("\(name).who", language.text(signer.who), styles.who, in: row(hand, from: Self.whoShare))
        var centred = metrics.note
        centred.alignment = .centre
        place("\(name).bracket.left", "(", centred, in: row(clear, from: 0.17, to: 0.22))
        place("\(name).bracket.right", ")", centred, in: row(clear, from: 0.72, to: 0.77))
        place("\(name).date", language.text(SheetWords.date), styles.label, in: row(day, to: labelShare))
        dots(row(hand, from: start, to: 0.73))
        dots(row(clear, from: 0.22, to: 0.72))
        dots(row(day, from: start, to: 0.73))
    }

    /// A style in which each of these words fits on a line.
    private func common(_ words: [Bilingual], _ style: TextStyle, width: Double) -> TextStyle {
        var common = style
        let height = typesetter.lineHeight(style)
        let sizes = words.map { typesetter.fit(content.language.text($0), style, width: width, height: height).size }
        common.size = sizes.min() ?? style.size
        return common
    }

    /// How much of a signature's width stands before its lines.
    private var labelShare: Double { content.language == .both ? 0.2 : 0.16 }
    /// How much stands before who signs.
    private static let whoShare = 0.75

    mutating func dots(_ row: Rectangle) {
        let y = row.y + row.height * 0.74
        rule(from: (row.x, y), to: (row.maxX, y), width: 0.7, isDotted: true)
    }
}

/// Somebody who signs a page, and what that confirms.
struct Signer {
    /// For reports.
    let name: String
    let who: Bilingual
    let statement: Bilingual
}
