internal import CardPortrait

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Two parallel lines across the data with the purpose between them, as people draw them on a photocopy.
///
/// They lie within a rectangle, whatever its shape: a sheet gives them the column of the data, of which
/// portrait and QR code are no part, and so they cannot cross a face.
struct Strike {
    let region: Rectangle
    /// Counter-clockwise, in radians.
    let angle: Double
    let lines: [Segment]
    /// The band between the lines, as long as they are: the text's room.
    let room: PaperSize
    /// The corners of the text's ink.
    var inkCorners: [Point] {
        guard let text else { return [] }
        let ink = text.ink
        let (x, y) = (ink.x - text.logical.x - text.logical.width / 2, ink.y - text.logical.y - text.logical.height / 2)
        return [(x, y), (x + ink.width, y), (x + ink.width, y + ink.height), (x, y + ink.height)]
            .map { Self.turn(Point(x: $0.0, y: $0.1), angle, around: region.middle) }
    }
    var text: SetText?

    /// - Parameters:
    ///   - region: what the lines stay in.
    ///   - distance: of one line from the other.
    init(in region: Rectangle, distance: Double) {
        self.region = region
        let band = min(distance, region.height * 0.6, region.width * 0.6)
        let angle = min(atan2(region.height, region.width), Self.steepest)
        let length = max(
            0,
            min(
                (region.width - band * sin(angle)) / cos(angle), (region.height - band * cos(angle)) / sin(angle)))
        let middle = region.middle
        self.angle = angle
        room = PaperSize(width: length, height: band)
        lines = [-band / 2, band / 2].map { y in
            Segment(
                from: Self.turn(Point(x: -length / 2, y: y), angle, around: middle),
                to: Self.turn(Point(x: length / 2, y: y), angle, around: middle))
        }
    }

    private static func turn(_ point: Point, _ angle: Double, around middle: Point) -> Point {
        Point(
            x: middle.x + point.x * cos(angle) + point.y * sin(angle),
            y: middle.y - point.x * sin(angle) + point.y * cos(angle))
    }

    /// Text that leans more than this is no longer read at a glance.
    private static let steepest = Double.pi / 4.6
}
