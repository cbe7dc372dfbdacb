internal import CardPortrait

/// Where everything on the pages of a document stands: computed first, then drawn and tested.
struct DocumentLayout {
    /// One of its pages.
    struct Page {
        /// In the order in which they are read.
        var boxes: [SheetLayout.TextBox] = []
        var rules: [SheetLayout.Rule] = []
        var faces: [SheetLayout.Face] = []
        var codes: [(frame: Rectangle, code: QRCode)] = []

        func draw(on canvas: Canvas) throws(SheetError) {
            for rule in rules {
                canvas.draw(rule.line, width: rule.width, grey: rule.grey)
            }
            for face in faces {
                if let portrait = face.portrait { try canvas.draw(portrait, in: face.frame) }
                canvas.frame(face.frame, width: 0.5, grey: face.portrait == nil ? 0.3 : 0)
            }
            for code in codes { canvas.fill(code.code.rectangles(in: code.frame)) }
            for box in boxes { canvas.draw(box.text, at: box.place, within: box.frame) }
        }
    }

    let page: PaperSize
    var pages = [Page()]
}
