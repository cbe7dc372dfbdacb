internal import CardFormats
internal import CardRecord
internal import ThaiIDCard

/// One reader's part of the screen.
struct PaneLayout {
    /// In how many cells a portrait is drawn in a pane that is at least so wide and high.
    private static let portraitSizes = [
        (least: (columns: 100, rows: 20), columns: 32, rows: 16),
        (least: (columns: 60, rows: 11), columns: 20, rows: 10),
    ]

    let pane: Pane
    let words: ScreenWords
    let columns: Int
    let rows: Int
    /// Whether the terminal shows portraits.
    let showsPortraits: Bool

    /// The lines, as many as there are rows, each as wide as the pane.
    var lines: [ScreenLine] {
        guard rows > 0 else { return [] }
        let room = columns - 1 - (portrait.map { $0.columns + 2 } ?? 0)
        let body = Block.fitted(blocks(columns: room - 1), rows: rows - 1).map {
            (ScreenLine(" ") + $0).fitted(to: room)
        }
        let filled = [head] + body + Array(repeating: ScreenLine(), count: rows - 1 - body.count)
        return filled.map { $0.fitted(to: columns) }
    }

    /// Where the portrait of the card that is in stands, from the pane's upper left corner.
    var portrait: PortraitPlace? {
        guard showsPortraits, let record = pane.record, record.fields.contains(where: { $0.kind != .photo }) else {
            return nil
        }
        guard let size = Self.portraitSizes.first(where: { columns >= $0.least.columns && rows >= $0.least.rows })
        else { return nil }
        return PortraitPlace(
            reader: pane.reader, turn: pane.turn, row: 1, column: columns - size.columns - 1, columns: size.columns,
            rows: size.rows)
    }

    /// The name of the reader, and how far a read has come.
    private var head: ScreenLine {
        let name = ScreenLine("── ", .faint) + ScreenLine(pane.reader + " ", .faint)
        guard case .reading(let share, _) = pane.content else { return rule(name, ScreenLine()) }
        let percent = "\(Int(min(1, max(0, share)) * 100)) %"
        let cells = columns < 60 ? 5 : 20
        let done = Int(min(1, max(0, share)) * Double(cells))
        let bar = String(repeating: "█", count: done) + String(repeating: "░", count: cells - done)
        let gap = String(repeating: " ", count: max(0, 5 - percent.count))
        return rule(name, ScreenLine(" " + bar + gap + percent + " "))
    }

    private func rule(_ start: ScreenLine, _ end: ScreenLine) -> ScreenLine {
        let room = columns - end.columns - 2
        let start = start.columns > room ? start.fitted(to: max(0, room), .faint) : start
        let dashes = String(repeating: "─", count: max(0, columns - start.columns - end.columns - 2))
        return start + ScreenLine(dashes, .faint) + end + ScreenLine("──", .faint)
    }

    private func blocks(columns: Int) -> [Block] {
        let deeds = pane.deeds.flatMap { deed($0, columns) }
        let body = content(columns)
        return body + (deeds.isEmpty ? [] : [.gap, Block(.deeds, deeds)])
    }

    private func content(_ columns: Int) -> [Block] {
        func advice(_ advice: ScreenWords.Advice, _ style: Style, _ mark: String = "") -> [Block] {
            [
                .gap, Block(.first, TextFlow.lines(mark + advice.text, columns: columns).map { ScreenLine($0, style) }),
                Block(.second, TextFlow.lines(advice.hint, columns: columns).map { ScreenLine($0) }),
            ]
        }
        switch pane.content {
        case .empty: return advice(words.ready, .strong)
        case .unplugged: return advice(words.unplugged, .bad)
        case .reading(_, nil): return advice(words.reading, .strong)
        case .reading(_, let record?), .shown(let record):
            return PersonLines(record: record, words: words, columns: columns).blocks
        case .trouble(let problem, let remedy, _):
            return advice(ScreenWords.Advice(problem, "→ " + remedy), .bad, "✗ ")
        case .cleared: return advice(words.cleared, .strong)
        }
    }

    private func deed(_ deed: Pane.Deed, _ columns: Int) -> [ScreenLine] {
        // What comes late is of the card before, and what is said of none that is in is of the last.
        let isOfAnother = pane.record.map { $0.read.id != nil && $0.read.id != deed.read } ?? false
        let text = (deed.isGood ? "✓ " : "✗ ") + (isOfAnother ? words.before + " " : "") + deed.text
        return TextFlow.lines(text, columns: columns).map { ScreenLine($0, deed.isGood ? .good : .bad) }
    }
}

/// Where a portrait stands.
package struct PortraitPlace: Hashable, Sendable {
    package let reader: String
    /// Which of the reader's cards it is of.
    package let turn: Int
    package var row: Int
    package var column: Int
    package let columns: Int
    package let rows: Int
}
