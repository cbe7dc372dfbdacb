internal import CardPortrait
internal import SheetRequest
internal import ThaiIDCard

/// Puts what a document says on pages, from top to bottom: a row stays on one page where it can, and goes on
/// over the next where it is longer than any.
struct PageComposer {
    /// Measures in points; sizes of type as in `TextStyle`.
    let metrics: Metrics
    let typesetter: Typesetter
    /// Sets letters of one width.
    let even: Typesetter
    let language: SheetLanguage
    let area: Rectangle
    /// The lowest that anything but the foot may reach.
    let bottom: Double
    var layout: DocumentLayout
    /// Where the next thing begins.
    var y: Double
    /// Where the first thing of this page begins.
    var top: Double

    static func layout(
        _ document: PageDocument, _ paper: Paper, _ language: SheetLanguage, _ typesetter: Typesetter, even: Typesetter
    ) throws(SheetError) -> DocumentLayout {
        var composer = PageComposer(paper, language, typesetter, even)
        composer.composeHead(document)
        for block in document.blocks { try composer.compose(block, running: document.title) }
        composer.composeFeet(document.footer)
        return composer.layout
    }

    private init(_ paper: Paper, _ language: SheetLanguage, _ typesetter: Typesetter, _ even: Typesetter) {
        metrics = Metrics(paper)
        (self.typesetter, self.even, self.language) = (typesetter, even, language)
        layout = DocumentLayout(page: paper.size)
        area = Rectangle(x: 0, y: 0, width: paper.size.width, height: paper.size.height)
            .inset(metrics.margin, metrics.margin * 0.9)
        bottom = area.maxY - typesetter.lineHeight(metrics.foot) - metrics.gap.upperBound * 0.5
        (y, top) = (area.y, area.y)
    }

    /// What is left of this page.
    var rest: Double { bottom - y }

    /// Whether nothing is on this page yet but its head.
    var isAtTop: Bool { y <= top }

    private mutating func composeHead(_ document: PageDocument) {
        put(PrintedText.clean(document.title), metrics.title)
        if let subtitle = document.subtitle { put(PrintedText.clean(subtitle), metrics.subtitle) }
        rule(at: y + metrics.gap.lowerBound, width: 1.6)
        y += metrics.gap.upperBound
        top = y
    }

    /// A text that begins a page, whole: titles are short.
    private mutating func put(_ text: String, _ style: TextStyle) {
        let height = min(typesetter.set(text, style, width: area.width).extent.height, area.height / 4)
        place(text, style, in: Rectangle(x: area.x, y: y, width: area.width, height: height + 0.1))
        y += height + metrics.gap.lowerBound * 0.5
    }

    /// Begins a page, under the document's title.
    mutating func turn(running title: String) throws(SheetError) {
        guard layout.pages.count < Document.mostPages else { throw .tooManyPages(limit: Document.mostPages) }
        layout.pages.append(.init())
        y = area.y
        let height = typesetter.lineHeight(metrics.foot)
        place(PrintedText.clean(title), metrics.foot, in: Rectangle(x: area.x, y: y, width: area.width, height: height))
        rule(at: y + height + metrics.gap.lowerBound * 0.5, width: 0.5)
        y += height + metrics.gap.upperBound * 0.6
        top = y
    }

    private mutating func composeFeet(_ footer: String?) {
        var right = metrics.foot
        right.alignment = .right
        let height = typesetter.lineHeight(metrics.foot)
        let number = area.width * 0.2
        let frame = Rectangle(x: area.x, y: area.maxY - height, width: area.width, height: height)
        for index in layout.pages.indices {
            if let footer {
                place(
                    PrintedText.clean(footer), metrics.foot, on: index,
                    in: Rectangle(x: frame.x, y: frame.y, width: frame.width - number, height: height))
            }
            let count = "\(index + 1)/\(layout.pages.count)"
            place(
                language.text(Bilingual("หน้า \(count)", "Page \(count)")), right, on: index,
                in: Rectangle(x: frame.maxX - number, y: frame.y, width: number, height: height))
        }
    }
}

// MARK: - Means

extension PageComposer {
    /// Puts a text in a box, smaller where it must be.
    mutating func place(
        _ text: String, _ style: TextStyle, on page: Int? = nil, in frame: Rectangle, by typesetter: Typesetter? = nil
    ) {
        put(
            (typesetter ?? self.typesetter).fit(text, style, width: frame.width, height: frame.height), in: frame,
            on: page)
    }

    /// Puts a text in a box that has room for it.
    mutating func put(_ text: SetText, in frame: Rectangle, on page: Int? = nil) {
        // Letters such as ไ reach a little to the left of where they begin; a space at a line's end takes no room.
        let ink = text.ink
        let x = frame.x + max(0, -ink.x) - max(0, ink.maxX - frame.width)
        layout.pages[page ?? layout.pages.count - 1].boxes.append(
            SheetLayout.TextBox(name: "text", frame: frame, text: text, place: Point(x: x, y: frame.y - text.extent.y)))
    }

    mutating func rule(at y: Double, width: Double, grey: Double = 0) {
        let line = Segment(from: Point(x: area.x, y: y), to: Point(x: area.maxX, y: y))
        layout.pages[layout.pages.count - 1].rules.append(SheetLayout.Rule(line: line, width: width, grey: grey))
    }
}
