/// One component of a picture, on which outlines are filled with a flat value.
struct Plane: Sendable {
    /// Samples in a row.
    let width: Int
    /// Rows.
    let height: Int
    /// The samples, row by row.
    private(set) var samples: [UInt8]

    /// A sample's side in sixteenths of a pixel, as a power of two.
    private let shift: Int
    /// How much more of a sample than of the one before it an outline covers; zero between outlines.
    private var changes: [Int32]

    /// Lines along which an outline cuts through a row of samples, as a power of two.
    private static let linesShift = 2

    /// Makes a plane of one value for a picture of so many pixels.
    ///
    /// - Parameter pixels: a sample's side in pixels, 1 or 2.
    init(width: Int, height: Int, pixels: Int, value: UInt8) {
        self.width = width / pixels
        self.height = height / pixels
        shift = pixels == 1 ? 4 : 5
        samples = [UInt8](repeating: value, count: self.width * self.height)
        changes = [Int32](repeating: 0, count: (self.width + 2) * self.height)
    }

    /// Fills an outline, its edge as fine as the share of a sample that lies within.
    ///
    /// - Parameter opacity: up to 256, with which it covers what is there.
    mutating func fill(_ outline: Outline, with value: UInt8, opacity: Int) {
        var box = Box(top: height, left: width)
        for contour in outline.contours { cut(contour, &box) }
        for row in box.top..<max(box.top, box.bottom) { paint(row, box.left...box.right, value, opacity) }
    }

    /// The rows and columns that an outline touches; none while `bottom` is not below `top`.
    private struct Box {
        var top: Int
        var bottom = 0
        var left: Int
        var right = 0

        /// Makes one that any part of an outline widens.
        init(top: Int, left: Int) { (self.top, self.left) = (top, left) }
    }

    /// Notes what a contour covers: where an edge going down crosses a line, coverage begins, and
    /// where one going up crosses it, coverage ends.
    private mutating func cut(_ contour: [Point], _ box: inout Box) {
        guard var from = contour.last else { return }
        let lineShift = shift - Self.linesShift
        // Lines lie in the middle of their share of a row.
        let half = 1 << (lineShift - 1)
        for to in contour {
            let (top, bottom, sign) = from.y < to.y ? (from, to, Int32(1)) : (to, from, Int32(-1))
            from = to
            let first = max(0, (top.y + half - 1) >> lineShift)
            let end = min(height << Self.linesShift, (bottom.y + half - 1) >> lineShift)
            guard first < end else { continue }
            // The edge is followed from line to line in parts of 2¹⁶.
            let slope = ((bottom.x - top.x) << 16) / (bottom.y - top.y)
            var x = top.x << 16 + slope * (first << lineShift + half - top.y)
            for line in first..<end {
                let place = min(max(x >> 16, 0), width << shift)
                let column = place >> shift
                let rest = Int32(place & (1 << shift - 1))
                let cell = (line >> Self.linesShift) * (width + 2) + column
                changes[cell] += sign * (1 << Int32(shift) - rest)
                changes[cell + 1] += sign * rest
                (box.left, box.right) = (min(box.left, column), max(box.right, column + 1))
                x += slope << lineShift
            }
            box.top = min(box.top, first >> Self.linesShift)
            box.bottom = max(box.bottom, (end - 1) >> Self.linesShift + 1)
        }
    }

    /// Lays the value over a row where it is covered, and forgets what covered it.
    private mutating func paint(_ row: Int, _ columns: ClosedRange<Int>, _ value: UInt8, _ opacity: Int) {
        let bits = shift + Self.linesShift
        let (width, full, half) = (width, 1 << bits, 1 << (bits + 7))
        samples.withUnsafeMutableBufferPointer { samples in
            changes.withUnsafeMutableBufferPointer { changes in
                var covered = 0
                for column in columns {
                    covered &+= Int(changes[row &* (width &+ 2) &+ column])
                    changes[row &* (width &+ 2) &+ column] = 0
                    guard covered != 0, column < width else { continue }
                    // Where outlines overlap, windings add up: more than all is all.
                    let share = min(abs(covered), full) &* opacity
                    let old = Int(samples[row &* width &+ column])
                    let new = old &+ ((Int(value) &- old) &* share &+ half) &>> (bits &+ 8)
                    samples[row &* width &+ column] = UInt8(truncatingIfNeeded: new)
                }
            }
        }
    }

    /// Copies a block of 8 × 8 samples, each less 128; tells whether all are equal.
    func copyBlock(column: Int, row: Int, to block: UnsafeMutableBufferPointer<Int32>) -> Bool {
        samples.withUnsafeBufferPointer { samples in
            let start = row * 8 * width + column * 8
            let first = samples[start]
            var isFlat = true
            for down in 0..<8 {
                for right in 0..<8 {
                    let sample = samples[start + down * width + right]
                    block[down * 8 + right] = Int32(sample) - 128
                    if sample != first { isFlat = false }
                }
            }
            return isFlat
        }
    }
}
