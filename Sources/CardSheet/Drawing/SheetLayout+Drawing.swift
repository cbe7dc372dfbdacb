internal import CardPortrait

extension SheetLayout {
    /// Draws the sheet, its text in the order in which it is read. What crosses the data lies beneath it,
    /// so that it stays legible.
    func draw(on canvas: Canvas) throws(SheetError) {
        if let strike {
            for line in strike.lines { canvas.draw(line, width: 1, grey: 0.58) }
        }
        for rule in rules {
            canvas.draw(rule.line, width: rule.width, grey: rule.grey, dash: rule.isDotted ? [0.9, 2.1] : [])
        }
        for frame in frames { canvas.frame(frame.frame, width: frame.width) }
        try drawFace(on: canvas)
        if let code { canvas.fill(code.code.rectangles(in: code.frame)) }
        let head = boxes.prefix { $0.frame.maxY <= strike?.region.y ?? 0 }
        for box in head { canvas.draw(box.text, at: box.place, within: box.frame) }
        if let strike, let text = strike.text { canvas.draw(text, around: strike.region.middle, angle: strike.angle) }
        for box in boxes.dropFirst(head.count) { canvas.draw(box.text, at: box.place, within: box.frame) }
    }

    private func drawFace(on canvas: Canvas) throws(SheetError) {
        guard let face else { return }
        if let portrait = face.portrait { try canvas.draw(portrait, in: face.frame) }
        canvas.frame(face.frame, width: 0.5, grey: face.portrait == nil ? 0.3 : 0)
    }
}
