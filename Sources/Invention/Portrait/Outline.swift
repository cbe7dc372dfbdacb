/// A place in a picture, in sixteenths of a pixel.
struct Point: Hashable, Sendable {
    let x: Int
    let y: Int

    /// A place in tenths of a pixel, in which the drawing is described.
    init(_ x: Int, _ y: Int) { (self.x, self.y) = (x * 8 / 5, y * 8 / 5) }

    fileprivate init(sixteenthsX x: Int, _ y: Int) { (self.x, self.y) = (x, y) }
}

/// The edge of a shape: closed contours, of which one within another cuts a hole where it runs the
/// other way round. All measures are tenths of a pixel.
struct Outline: Sendable {
    /// The contours, each of straight edges between points.
    var contours: [[Point]]

    /// Straight edges from point to point.
    static func polygon(_ points: [Point]) -> Outline { Outline(contours: [points]) }

    /// A smooth edge through points (Catmull and Rom's spline, six steps from point to point).
    static func curve(_ points: [Point]) -> Outline {
        let steps = 6
        var edge: [Point] = []
        edge.reserveCapacity(points.count * steps)
        for index in points.indices {
            let (a, b) = (points[(index + points.count - 1) % points.count], points[index])
            let (c, d) = (points[(index + 1) % points.count], points[(index + 2) % points.count])
            for step in 0..<steps {
                func along(_ part: (Point) -> Int) -> Int {
                    let (a, b, c, d) = (part(a), part(b), part(c), part(d))
                    let (linear, square, cube) = (c - a, 2 * a - 5 * b + 4 * c - d, 3 * b - a - 3 * c + d)
                    let sum = ((cube * step + square * steps) * step + linear * steps * steps) * step
                    return b + sum / (2 * steps * steps * steps)
                }
                edge.append(Point(sixteenthsX: along(\.x), along(\.y)))
            }
        }
        return polygon(edge)
    }

    /// A smooth edge of which the left half is given, from top to bottom.
    static func mirroredCurve(about middle: Int, _ left: [Point]) -> Outline { curve(mirrored(about: middle, left)) }

    /// Points, and their mirror images on the way back.
    static func mirrored(about middle: Int, _ left: [Point]) -> [Point] {
        left + left.reversed().map { Point(sixteenthsX: middle * 16 / 5 - $0.x, $0.y) }
    }

    /// An ellipse.
    static func oval(_ x: Int, _ y: Int, _ halfWidth: Int, _ halfHeight: Int) -> Outline {
        polygon(
            circle.map { cosine, sine in
                Point(
                    sixteenthsX: (x * 256 + halfWidth * cosine) / 160, (y * 256 + halfHeight * sine) / 160)
            })
    }

    /// What lies between two ellipses of one middle, `thickness` apart.
    static func ring(_ x: Int, _ y: Int, _ halfWidth: Int, _ halfHeight: Int, thickness: Int) -> Outline {
        let outer = oval(x, y, halfWidth, halfHeight).contours
        let inner = oval(x, y, halfWidth - thickness, halfHeight - thickness).contours
        return Outline(contours: outer + inner.map { $0.reversed() })
    }

    /// A bow from left to right, which sags in the middle (or rises, where `sag` is negative), and
    /// is thickest there.
    static func bow(_ x: Int, _ y: Int, halfWidth: Int, sag: Int, thickness: Int) -> Outline {
        func edge(_ part: Int) -> [Point] {
            (-4...4).map { step in
                let depth = 16 - step * step
                return Point(x + halfWidth * step / 4, y + sag * depth / 16 + part * thickness * (depth + 4) / 40)
            }
        }
        return polygon(edge(-1) + edge(1).reversed())
    }

    /// A straight line of a thickness, ends cut off.
    static func line(_ from: (x: Int, y: Int), _ to: (x: Int, y: Int), thickness: Int) -> Outline {
        let isFlat = abs(to.x - from.x) > abs(to.y - from.y)
        let (right, down) = isFlat ? (0, thickness / 2) : (thickness / 2, 0)
        return polygon([
            Point(from.x - right, from.y - down), Point(from.x + right, from.y + down),
            Point(to.x + right, to.y + down), Point(to.x - right, to.y - down),
        ])
    }

    /// Cosine and sine of 24 directions, in parts of 256.
    private static let circle: [(Int, Int)] = {
        let quarter = [256, 247, 222, 181, 128, 66]
        let half = quarter.enumerated().map { index, cosine in (cosine, index == 0 ? 0 : quarter[6 - index]) }
        let upper = half + half.map { (-$1, $0) }
        return upper + upper.map { (-$0, -$1) }
    }()
}
