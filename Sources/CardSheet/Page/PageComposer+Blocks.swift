internal import CardPortrait
internal import SheetRequest
internal import ThaiIDCard

extension PageComposer {
    /// Puts a block below what is there.
    mutating func compose(_ block: PageDocument.Block, running title: String) throws(SheetError) {
        if !isAtTop { y += space * 2.4 }
        switch block {
        case .heading(let text): try heading(text, title)
        case .paragraph(let text):
            try flow([column(text, metrics.small, 0, area.width)], running: title, isWhole: false)
        case .fields(let rows): try fields(rows, title)
        case .list(let items, let isNumbered): try list(items, isNumbered: isNumbered, title)
        case .table(let columns, let rows): try table(columns, rows, title)
        case .groups(let groups): try self.groups(groups, title)
        case .code(let text, let caption): try code(text, caption, title)
        case .photo(let jpeg, let caption): try photo(jpeg, caption, title)
        }
    }

    private var space: Double { metrics.gap.lowerBound }

    /// A text in a column, some way from the left edge.
    private func column(_ text: String, _ style: TextStyle, _ x: Double, _ width: Double) -> Column {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return Column(
            text: lines.map { PrintedText.clean(String($0)) }.joined(separator: "\n"), style: style, x: area.x + x,
            width: width)
    }

    private func bold(_ style: TextStyle) -> TextStyle {
        var style = style
        style.isBold = true
        return style
    }

    /// Stands above a line or two of what it is the title of.
    private mutating func heading(_ text: String, _ title: String) throws(SheetError) {
        y += isAtTop ? 0 : space
        let column = column(text, bold(metrics.value), 0, area.width)
        let height = typesetter.set(column.text, column.style, width: column.width).extent.height
        if !isAtTop, height + 3 * typesetter.lineHeight(metrics.small) > rest { try turn(running: title) }
        try flow([column], running: title)
    }

    private mutating func fields(_ rows: [PageDocument.LabelledValue], _ title: String) throws(SheetError) {
        let label = area.width * 0.32
        let value = area.width - label - metrics.gutter * 0.5
        for (index, row) in rows.enumerated() {
            if index > 0 { separate() }
            try flow(
                [
                    column(row.label, metrics.label, 0, label),
                    column(row.value, metrics.small, area.width - value, value),
                ], running: title)
        }
    }

    private mutating func list(_ items: [String], isNumbered: Bool, _ title: String) throws(SheetError) {
        let mark = metrics.gutter * (isNumbered ? 1.2 : 0.7)
        for (index, item) in items.enumerated() {
            if index > 0, !isAtTop { y += space }
            try flow(
                [
                    column(isNumbered ? "\(index + 1)." : "•", metrics.small, 0, mark),
                    column(item, metrics.small, mark, area.width - mark),
                ], running: title)
        }
    }

    private mutating func table(_ names: [String], _ rows: [[String]], _ title: String) throws(SheetError) {
        let (gutter, space) = (metrics.gutter * 0.4, space)
        let width = (area.width - gutter * Double(names.count - 1)) / Double(names.count)
        func columns(_ texts: [String], _ style: TextStyle) -> [Column] {
            texts.enumerated().map { column($1, style, Double($0) * (width + gutter), width) }
        }
        let heads = columns(names, bold(metrics.label))
        let height = heads.map { $0.set($0.text, typesetter).extent.height }.max() ?? 0
        // Names of columns are short; one that is not is set smaller.
        let room = min(height, (bottom - area.y) / 4) + 0.1
        func head(_ composer: inout PageComposer) {
            for column in heads {
                composer.place(
                    column.text, column.style,
                    in: Rectangle(x: column.x, y: composer.y, width: column.width, height: room))
            }
            composer.y += room + space * 0.5
            composer.rule(at: composer.y, width: 0.8)
            composer.y += space * 0.5
        }
        if !isAtTop, rest < room + space + 3 * typesetter.lineHeight(metrics.label) { try turn(running: title) }
        head(&self)
        for (index, row) in rows.enumerated() {
            if index > 0 { separate() }
            try flow(columns(row, metrics.label), running: title, head: head)
        }
    }

    /// A hair line between rows.
    private mutating func separate() {
        guard !isAtTop, rest > space else { return }
        y += space * 0.5
        rule(at: y, width: 0.3, grey: 0.6)
        y += space * 0.5
    }

    private mutating func groups(_ groups: [String], _ title: String) throws(SheetError) {
        let across = 4
        let width = area.width / Double(across)
        let number = metrics.gutter
        let height = even.lineHeight(metrics.name) + space
        for start in stride(from: 0, to: groups.count, by: across) {
            if !isAtTop, height > rest { try turn(running: title) }
            for index in start..<min(start + across, groups.count) {
                let x = area.x + Double(index - start) * width
                place(
                    "\(index + 1)", metrics.foot,
                    in: Rectangle(x: x, y: y + height * 0.25, width: number, height: height * 0.75))
                place(
                    PrintedText.clean(groups[index]), metrics.name,
                    in: Rectangle(x: x + number, y: y, width: width - number - space, height: height), by: even)
            }
            y += height + space
        }
    }

    private mutating func code(_ text: String, _ caption: String, _ title: String) throws(SheetError) {
        let code = try QRCode(text)
        let side = min(max(metrics.code, Double(code.side) * 2), area.width * 0.6)
        try picture(PaperSize(width: side, height: side), caption, title) { composer, frame in
            // Its ink, not its quiet zone, stands in line with the rest.
            let quiet = side / Double(code.side) * Double(QRCode.quietZone)
            composer.layout.pages[composer.layout.pages.count - 1].codes.append(
                (Rectangle(x: frame.x - quiet, y: frame.y, width: side, height: side), code))
        }
    }

    private mutating func photo(_ jpeg: [UInt8], _ caption: String, _ title: String) throws(SheetError) {
        let face: (portrait: Portrait?, absence: PortraitAbsence?)
        do throws(PortraitAbsence) { face = (try Portrait(jpeg: jpeg), nil) } catch { face = (nil, error) }
        try picture(metrics.portrait, caption, title) { composer, frame in
            let place = face.portrait.map { frame.fitting(width: $0.width, height: $0.height) } ?? frame
            composer.layout.pages[composer.layout.pages.count - 1].faces.append(
                SheetLayout.Face(frame: place, portrait: face.portrait, absence: face.absence))
            guard let absence = face.absence else { return }
            composer.place(
                composer.language.text(SheetWords.reason(absence)), composer.metrics.label, in: frame.inset(6, 6))
        }
    }

    /// Something of a size with what it is beside it.
    private mutating func picture(
        _ size: PaperSize, _ caption: String, _ title: String, draw: (inout PageComposer, Rectangle) -> Void
    ) throws(SheetError) {
        if !isAtTop, size.height > rest { try turn(running: title) }
        let frame = Rectangle(x: area.x, y: y, width: size.width, height: size.height)
        draw(&self, frame)
        let x = frame.maxX + metrics.gutter
        let text = column(caption, metrics.small, 0, area.width)
        place(text.text, text.style, in: Rectangle(x: x, y: y, width: area.maxX - x, height: size.height))
        y += size.height
    }
}
