internal import CardPortrait

/// Where everything on a sheet stands: computed first, then drawn, reported and tested.
struct SheetLayout {
    /// A text in its box.
    struct TextBox {
        let name: String
        let frame: Rectangle
        let text: SetText
        /// The text's upper left corner.
        let place: Point

        /// Where its ink is on the page.
        var ink: Rectangle { Self.move(text.ink, to: place) }
        /// Where its lines are on the page.
        var logical: Rectangle { Self.move(text.logical, to: place) }

        private static func move(_ rectangle: Rectangle, to place: Point) -> Rectangle {
            Rectangle(
                x: rectangle.x + place.x, y: rectangle.y + place.y, width: rectangle.width, height: rectangle.height)
        }
    }

    /// A line of some weight.
    struct Rule: Hashable {
        let line: Segment
        let width: Double
        var grey = 0.0
        var isDotted = false
    }

    /// The place of the portrait, and the picture in it or why there is none.
    struct Face {
        let frame: Rectangle
        var portrait: Portrait?
        var absence: PortraitAbsence?
    }

    let page: PaperSize
    /// In the order in which they are read.
    var boxes: [TextBox] = []
    var rules: [Rule] = []
    /// Rectangles with an outline, and how heavy it is.
    var frames: [(frame: Rectangle, width: Double)] = []
    var face: Face?
    var code: (frame: Rectangle, code: QRCode)?
    var strike: Strike?
}
