/// Draws somebody out of flat shapes, from the back to the front.
///
/// What it draws is meant to be taken for a drawing: nobody can hold it for a photograph.
struct PortraitPainter {
    let look: Look
    var picture: Picture

    /// Where the head is, in tenths of a pixel: its middle line, its top, its middle, its chin.
    let x: Int
    let top: Int
    let middle: Int
    let chin: Int
    /// Half its width.
    let wide: Int

    /// Below everything that is seen.
    static let bottom = 1930
    /// Right of everything that is seen.
    static let right = 1610

    /// Draws.
    static func picture(of look: Look) -> Picture {
        var painter = PortraitPainter(look)
        painter.drawBackdrop()
        painter.drawHairBehind()
        painter.drawClothes()
        painter.drawHead()
        painter.drawFeatures()
        painter.drawHair()
        painter.drawGlasses()
        return painter.picture
    }

    private init(_ look: Look) {
        self.look = look
        picture = Picture(width: DrawnPortrait.width, height: DrawnPortrait.height, look.backdropColour)
        (x, middle, wide) = (look.centre, look.middle, look.wide)
        (top, chin) = (look.middle - look.high, look.middle + look.high)
    }

    /// A place at a distance from the middle line.
    func at(_ right: Int, _ y: Int) -> Point { Point(x + right, y) }

    mutating func fill(_ outline: Outline, _ colour: Colour, opacity: Int = 256) {
        picture.fill(outline, colour, opacity: opacity)
    }

    /// Fills a polygon, and its mirror image on the other side of the face.
    mutating func fillBoth(_ points: [(right: Int, y: Int)], _ colour: Colour) {
        for side in [-1, 1] {
            fill(.polygon(points.map { at(side * $0.right, $0.y) }), colour)
        }
    }

    /// Fills an ellipse on either side of the face.
    mutating func fillBoth(
        _ right: Int, _ y: Int, _ halfWidth: Int, _ halfHeight: Int, _ colour: Colour, opacity: Int = 256
    ) {
        for side in [-1, 1] {
            fill(.oval(x + side * right, y, halfWidth, halfHeight), colour, opacity: opacity)
        }
    }

    private mutating func drawBackdrop() {
        let colour = look.backdropColour
        func strip(_ top: Int, _ bottom: Int) -> Outline {
            .polygon([Point(0, top), Point(Self.right, top), Point(Self.right, bottom), Point(0, bottom)])
        }
        switch look.backdrop {
        case .plain:
            break
        case .ruled:
            for line in 1...5 { fill(strip(line * 240, line * 240 + 14), colour.darker(14)) }
        case .disc:
            fill(.oval(740, 820, 640, 640), colour.lighter(35))
        case .wall:
            fill(strip(0, 560), colour.lighter(30))
        }
    }
}

/// A picture in the colours of JFIF, drawn with flat shapes.
struct Picture: Sendable {
    /// Brightness, a sample a pixel.
    private(set) var luma: Plane
    /// How blue: a sample for 2 × 2 pixels.
    private(set) var blue: Plane
    /// How red: a sample for 2 × 2 pixels.
    private(set) var red: Plane

    /// Makes a picture of one colour, of at least so many pixels, and as many more as fill units of
    /// 16 × 16.
    init(width: Int, height: Int, _ colour: Colour) {
        let (width, height) = ((width + 15) / 16 * 16, (height + 15) / 16 * 16)
        luma = Plane(width: width, height: height, pixels: 1, value: colour.luma)
        blue = Plane(width: width, height: height, pixels: 2, value: colour.blueDifference)
        red = Plane(width: width, height: height, pixels: 2, value: colour.redDifference)
    }

    /// Fills an outline.
    ///
    /// - Parameter opacity: up to 256, with which it covers what is there.
    mutating func fill(_ outline: Outline, _ colour: Colour, opacity: Int = 256) {
        luma.fill(outline, with: colour.luma, opacity: opacity)
        blue.fill(outline, with: colour.blueDifference, opacity: opacity)
        red.fill(outline, with: colour.redDifference, opacity: opacity)
    }
}
