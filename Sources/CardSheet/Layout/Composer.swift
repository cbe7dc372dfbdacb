internal import CardPortrait
internal import SheetRequest

/// Puts the content of a sheet in its places.
///
/// The page is a column beside another between a head and a foot. Foot and head take what they need,
/// the data what is left: rows grow with their text as far as there is room, then the text shrinks.
struct Composer {
    let content: SheetContent
    let typesetter: Typesetter
    let metrics: Metrics
    var layout: SheetLayout

    init(_ content: SheetContent, _ typesetter: Typesetter) {
        self.content = content
        self.typesetter = typesetter
        metrics = Metrics(content.options.paper)
        layout = SheetLayout(page: content.options.paper.size)
    }

    /// Computes a sheet's layout.
    static func layout(_ content: SheetContent, _ typesetter: Typesetter) throws(SheetError) -> SheetLayout {
        var composer = Composer(content, typesetter)
        let area = composer.area
        let top = composer.composeHead(area)
        let foot = composer.planFoot(area)
        let body = Rectangle(
            x: area.x, y: top, width: area.width, height: foot.top - top - composer.metrics.gutter * 0.6)
        try composer.composeBody(body)
        composer.composeFoot(foot, area)
        return composer.layout
    }

    var area: Rectangle {
        Rectangle(x: 0, y: 0, width: layout.page.width, height: layout.page.height)
            .inset(metrics.margin, metrics.margin * 0.9)
    }
}

// MARK: - Means

extension Composer {
    /// Puts a text in a box and makes it as small as it must be.
    @discardableResult
    mutating func place(_ name: String, _ text: String, _ style: TextStyle, in frame: Rectangle, centred: Bool = false)
        -> SheetLayout.TextBox
    {
        let set = typesetter.fit(text, style, width: frame.width, height: frame.height)
        let extent = set.extent
        // Letters such as ไ reach a little to the left of where they begin.
        let x = frame.x + max(0, -extent.x) - max(0, extent.maxX - frame.width)
        let y = frame.y - extent.y + (centred ? max(0, (frame.height - extent.height) / 2) : 0)
        let box = SheetLayout.TextBox(name: name, frame: frame, text: set, place: Point(x: x, y: y))
        layout.boxes.append(box)
        return box
    }

    /// Height that a text takes at its wanted size in at most so many lines.
    func height(_ text: String, _ style: TextStyle, width: Double, lines: Int) -> Double {
        let set = typesetter.set(text, style, width: width)
        let line = typesetter.lineHeight(style)
        return line + typesetter.spacing(style) * Double(min(set.lineCount, lines) - 1)
    }

    mutating func rule(
        from: (x: Double, y: Double), to: (x: Double, y: Double), width: Double, grey: Double = 0,
        isDotted: Bool = false
    ) {
        layout.rules.append(
            SheetLayout.Rule(
                line: Segment(from: Point(x: from.x, y: from.y), to: Point(x: to.x, y: to.y)), width: width, grey: grey,
                isDotted: isDotted))
    }
}
