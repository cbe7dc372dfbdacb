internal import CardPortrait

/// A place on the page, in points (1/72 inch) from its upper left corner, y downwards.
struct Point: Hashable, Sendable {
    var x: Double
    var y: Double
}

/// A straight line from one place to another.
struct Segment: Hashable, Sendable {
    var from: Point
    var to: Point
}

/// A rectangle with sides along those of the page, in points.
struct Rectangle: Hashable, Sendable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var maxX: Double { x + width }
    var maxY: Double { y + height }
    var middle: Point { Point(x: x + width / 2, y: y + height / 2) }

    /// The rectangle without a border on the sides and one above and below.
    func inset(_ horizontal: Double, _ vertical: Double) -> Rectangle {
        Rectangle(x: x + horizontal, y: y + vertical, width: width - 2 * horizontal, height: height - 2 * vertical)
    }

    /// The smallest rectangle that holds both.
    func union(_ other: Rectangle) -> Rectangle {
        let (left, top) = (min(x, other.x), min(y, other.y))
        return Rectangle(
            x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
    }

    /// Whether another lies within, but for a hair.
    func contains(_ other: Rectangle, tolerance: Double = 0.05) -> Bool {
        other.x >= x - tolerance && other.y >= y - tolerance && other.maxX <= maxX + tolerance
            && other.maxY <= maxY + tolerance
    }

    /// Whether the two share more than a hair of area.
    func overlaps(_ other: Rectangle, tolerance: Double = 0.05) -> Bool {
        x < other.maxX - tolerance && other.x < maxX - tolerance && y < other.maxY - tolerance
            && other.y < maxY - tolerance
    }

    /// The greatest rectangle of a shape within this one, in its middle.
    func fitting(width ownWidth: Int, height ownHeight: Int) -> Rectangle {
        let scale = min(width / Double(max(1, ownWidth)), height / Double(max(1, ownHeight)))
        let (newWidth, newHeight) = (Double(ownWidth) * scale, Double(ownHeight) * scale)
        return Rectangle(
            x: x + (width - newWidth) / 2, y: y + (height - newHeight) / 2, width: newWidth, height: newHeight)
    }
}
