internal import CardPortrait

extension PageComposer {
    /// Texts side by side.
    struct Column {
        var text: String
        let style: TextStyle
        let x: Double
        let width: Double

        /// Its lines, a hair narrower than it: their first and last letters may reach beyond them.
        func set(_ text: String, _ typesetter: Typesetter) -> SetText {
            typesetter.set(text, style, width: width - 3)
        }
    }

    /// Puts texts side by side below what is there, and goes on over as many pages as they take.
    ///
    /// - Parameters:
    ///   - isWhole: whether they rather begin a page than be parted by its end.
    ///   - head: is put at the top of each page that is begun.
    mutating func flow(
        _ columns: [Column], running title: String, isWhole: Bool = true,
        head: (inout PageComposer) -> Void = { _ in }
    ) throws(SheetError) {
        var columns = columns
        while true {
            let sets = columns.map { $0.set($0.text, typesetter) }
            let height = sets.map(\.extent.height).max() ?? 0
            if height <= rest { return place(sets, columns, height: height) }
            let fitting = sets.map { $0.lines(within: rest) }
            let isParted = isAtTop || (!isWhole || height > bottom - area.y) && fitting.allSatisfy { $0 > 1 }
            if isParted {
                // Where not even one line fits, there is none that would on another page.
                let parts = zip(sets, fitting).map { $0.split(after: max(1, $1)) }
                let heads = zip(columns, parts).map { $0.set($1.head, typesetter) }
                place(heads, columns, height: min(heads.map(\.extent.height).max() ?? 0, rest))
                for index in columns.indices { columns[index].text = parts[index].tail }
                guard columns.contains(where: { !$0.text.isEmpty }) else { return }
            }
            try turn(running: title)
            head(&self)
            top = y
        }
    }

    private mutating func place(_ sets: [SetText], _ columns: [Column], height: Double) {
        for (set, column) in zip(sets, columns) where !column.text.isEmpty {
            put(set, in: Rectangle(x: column.x, y: y, width: column.width, height: height + 0.1))
        }
        y += height
    }
}

extension SetText {
    /// How many of its lines stand within a height.
    fileprivate func lines(within height: Double) -> Int {
        let extent = extent
        guard extent.height > height else { return lineCount }
        return lineBottoms.prefix { $0 - extent.y <= height }.count
    }

    /// The text of its first lines, and what follows them.
    fileprivate func split(after lines: Int) -> (head: String, tail: String) {
        let text = text
        guard lines < lineCount else { return (text, "") }
        let utf8 = Array(text.utf8)
        let place = lineStarts[lines]
        let head = String(decoding: utf8[..<place], as: UTF8.self)
        return (
            head.last?.isNewline == true ? String(head.dropLast()) : head,
            String(decoding: utf8[place...], as: UTF8.self)
        )
    }
}
