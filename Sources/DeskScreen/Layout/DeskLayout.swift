/// What stands where on a screen of some size.
package struct DeskLayout: Sendable {
    /// All lines of the screen, and where portraits stand among them, in rows and columns from 0.
    package struct Picture: Hashable, Sendable {
        package var lines: [ScreenLine]
        package var portraits: [PortraitPlace]
    }

    /// Panes that are narrower stand one below another.
    private static let leastPane = 38

    let words: ScreenWords
    let showsPortraits: Bool

    package init(words: ScreenWords, showsPortraits: Bool) {
        (self.words, self.showsPortraits) = (words, showsPortraits)
    }

    /// What a screen of that size shows, without a gap: each line is as wide as the screen.
    package func picture(of model: DeskModel, columns: Int, rows: Int) -> Picture {
        let (columns, rows) = (max(1, columns), max(1, rows))
        let dayRows = rows < 10 ? 0 : rows < 16 ? 2 : rows / 5
        var picture = Picture(lines: [title(columns)], portraits: [])
        add(panes(model.panes, columns, max(0, rows - 1 - dayRows)), to: &picture)
        picture.lines += day(model.day, columns, dayRows)
        picture.lines = picture.lines.prefix(rows).map { $0.fitted(to: columns) }
        return picture
    }

    private func title(_ columns: Int) -> ScreenLine {
        let start = ScreenLine(" " + words.title.text, .title)
        let end = ScreenLine(words.title.hint + " ", .title)
        let gap = columns - start.columns - end.columns
        guard gap > 0 else { return start.fitted(to: columns, .title) }
        return start + ScreenLine(String(repeating: " ", count: gap), .title) + end
    }

    private func add(_ part: Picture, to picture: inout Picture) {
        picture.portraits += part.portraits.map { place in
            var place = place
            place.row += picture.lines.count
            return place
        }
        picture.lines += part.lines
    }

    private func panes(_ panes: [Pane], _ columns: Int, _ rows: Int) -> Picture {
        guard !panes.isEmpty else {
            let lines =
                [ScreenLine()]
                + TextFlow.lines(words.noReader.text, columns: columns - 2).map { ScreenLine(" " + $0, .bad) }
                + TextFlow.lines(words.noReader.hint, columns: columns - 2).map { ScreenLine(" " + $0) }
            return Picture(
                lines: Array((lines + Array(repeating: ScreenLine(), count: rows)).prefix(rows)), portraits: [])
        }
        let across = max(1, min(panes.count, (columns + 1) / (Self.leastPane + 1)))
        let down = stride(from: 0, to: panes.count, by: across).map {
            Array(panes[$0..<min(panes.count, $0 + across)])
        }
        var whole = Picture(lines: [], portraits: [])
        for (line, height) in zip(down, heights(of: down, rows)) {
            add(beside(line, of: across, columns, height), to: &whole)
        }
        return whole
    }

    /// How the rows are shared by panes one below another: where no card is in, a line or two say so, and what is
    /// left is for the others.
    private func heights(of down: [[Pane]], _ rows: Int) -> [Int] {
        let isBusy = down.map { $0.contains(where: \.isBusy) }
        let busy = isBusy.count { $0 }
        let even = down.indices.map { rows * ($0 + 1) / down.count - rows * $0 / down.count }
        let idle = rows < 6 * down.count ? 3 : 4
        guard busy > 0, busy < down.count, even.allSatisfy({ $0 > idle }) else { return even }
        let rest = rows - idle * (down.count - busy)
        var number = 0
        return isBusy.map { isBusy in
            guard isBusy else { return idle }
            number += 1
            return rest * number / busy - rest * (number - 1) / busy
        }
    }

    /// Panes side by side, with a line between them.
    private func beside(_ panes: [Pane], of across: Int, _ columns: Int, _ rows: Int) -> Picture {
        var picture = Picture(lines: Array(repeating: ScreenLine(), count: rows), portraits: [])
        var column = 0
        for (number, pane) in panes.enumerated() {
            let end = (columns + 1) * (number + 1) / across - 1
            let layout = PaneLayout(
                pane: pane, words: words, columns: end - column, rows: rows, showsPortraits: showsPortraits)
            let edge = ScreenLine(number > 0 ? "│" : "", .faint)
            picture.lines = zip(picture.lines, layout.lines).map { $0 + edge + $1 }
            if var place = layout.portrait {
                place.column += column
                picture.portraits.append(place)
            }
            column = end + 1
        }
        return picture
    }

    private func day(_ lines: [DeskModel.DayLine], _ columns: Int, _ rows: Int) -> [ScreenLine] {
        guard rows > 0 else { return [] }
        let head = ScreenLine("── " + words.day + " ", .faint)
        let rule = head + ScreenLine(String(repeating: "─", count: max(0, columns - head.columns)), .faint)
        let last = lines.suffix(rows - 1).map { line in
            let words = [line.outcome, line.sheet.map(words.sheet)].compactMap(\.self).joined(separator: " · ")
            return ScreenLine(" " + line.at.dropFirst(11).prefix(5) + "  ", .faint) + ScreenLine(words)
        }
        return [rule] + last + Array(repeating: ScreenLine(), count: rows - 1 - last.count)
    }
}
