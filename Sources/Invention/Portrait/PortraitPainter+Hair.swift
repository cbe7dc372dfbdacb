extension PortraitPainter {
    private var colour: Colour { look.hairColour }

    /// What of the hair is seen behind neck and shoulders.
    mutating func drawHairBehind() {
        switch look.hair {
        case .long:
            fillMirrored(
                (-60, top - 80), (-wide - 20, top + 100), (-wide - 80, top + 420), (-wide - 100, chin + 100),
                (-wide - 50, chin + 340), (-120, chin + 300))
        case .bob:
            fillMirrored(
                (-60, top - 70), (-wide - 30, top + 120), (-wide - 80, top + 460), (-wide - 60, chin - 40),
                (-140, chin - 20))
        case .bun:
            fill(.oval(x, top - 90, 130, 110), colour)
            fill(.oval(x - 30, top - 120, 60, 26), colour.lighter(18))
        case .tail:
            fill(
                .curve([
                    at(wide - 140, top - 30), at(wide + 50, top + 50), at(wide + 110, middle + 20),
                    at(wide + 80, chin + 60), at(wide + 30, chin - 60), at(wide + 10, middle),
                ]), colour.darker(10))
        case .curly:
            for step in -3...3 {
                fill(.oval(x + step * 92, top + 10 + step * step * 30, 118, 112), colour)
            }
            fillBoth(wide - 10, middle - 40, 92, 130, colour)
        case .scarf:
            fillMirrored(
                (-80, top - 90), (-wide - 60, top + 80), (-wide - 100, top + 440), (-wide - 90, chin + 40),
                (-wide - 220, chin + 340), (-200, Self.bottom + 60))
        case .short, .parted, .fringe, .spiky, .bald:
            break
        }
    }

    /// What of the hair lies over the forehead.
    mutating func drawHair() {
        let (left, right) = (-wide, wide)
        switch look.hair {
        case .short, .curly:
            fill(
                (left - 10, middle - 40), (left - 25, top + 140), (left + 70, top - 40), (0, top - 80),
                (right - 70, top - 40), (right + 25, top + 140), (right + 10, middle - 40), (right - 35, top + 220),
                (right - 100, top + 120), (0, top + 90), (left + 100, top + 120), (left + 35, top + 220))
        case .parted:
            fill(
                (left - 10, middle - 60), (left - 25, top + 140), (left + 80, top - 50), (40, top - 90),
                (right - 50, top - 30), (right + 25, top + 140), (right + 10, middle - 60), (right - 30, top + 220),
                (right - 90, top + 130), (-40, top + 120), (-140, top + 70), (left + 40, top + 200))
        case .fringe:
            fill(
                (left - 10, middle - 80), (left - 25, top + 120), (left + 70, top - 50), (0, top - 80),
                (right - 70, top - 50), (right + 25, top + 120), (right + 10, middle - 80), (right - 40, top + 200),
                (right - 110, top + 150), (60, top + 172), (-30, top + 140), (left + 120, top + 172),
                (left + 40, top + 200))
        case .spiky:
            fill(
                .polygon([
                    at(left - 10, middle - 60), at(left - 30, top + 80), at(left + 40, top + 60),
                    at(left + 50, top - 70), at(-110, top - 10), at(-50, top - 130), at(20, top - 20),
                    at(110, top - 120), at(140, top),
                    at(right - 20, top - 40), at(right - 10, top + 70), at(right + 30, top + 90),
                    at(right + 10, middle - 60), at(right - 40, top + 190), at(120, top + 110), at(40, top + 150),
                    at(-40, top + 106), at(-130, top + 150), at(left + 40, top + 200),
                ]), colour)
        case .bald:
            for side in [-1, 1] {
                fill(
                    .curve([
                        at(side * (wide - 25), top + 220), at(side * (wide + 34), top + 230),
                        at(side * (wide + 34), middle - 30), at(side * (wide - 8), middle),
                    ]), colour)
            }
            fill(.oval(x - 60, top + 90, 110, 44), look.skin.lighter(45))
        case .long:
            fill(
                (left - 30, middle + 240), (left - 50, top + 240), (left + 30, top - 20), (0, top - 90),
                (right - 30, top - 20), (right + 50, top + 240), (right + 30, middle + 240), (right - 20, middle - 40),
                (right - 80, top + 170), (40, top + 30), (-80, top + 120), (left + 40, top + 260),
                (left + 10, middle))
        case .bob:
            fill(
                (left - 20, middle + 280), (left - 50, top + 260), (left + 30, top - 20), (0, top - 80),
                (right - 30, top - 20), (right + 50, top + 260), (right + 20, middle + 280), (right - 20, middle),
                (right - 50, top + 220), (100, top + 170), (-60, top + 180), (left + 60, top + 220),
                (left + 20, middle))
        case .bun, .tail:
            fill(
                (left, middle - 80), (left - 20, top + 140), (left + 70, top - 30), (0, top - 60),
                (right - 70, top - 30), (right + 20, top + 140), (right, middle - 80), (right - 30, top + 220),
                (120, top + 100), (0, top + 60), (-120, top + 100), (left + 30, top + 220))
        case .scarf:
            drawScarf()
        }
        if ![.bald, .scarf, .spiky].contains(look.hair) {
            fill(.bow(x - 60, top - 8, halfWidth: 120, sag: -24, thickness: 24), colour.lighter(16))
        }
    }

    /// The scarf's edge around the face.
    private mutating func drawScarf() {
        func edge(_ points: [(Int, Int)]) -> [[Point]] {
            Outline.mirroredCurve(about: x, points.map { at($0.0, $0.1) }).contours
        }
        let outer = edge([
            (-80, top - 90), (-wide - 60, top + 80), (-wide - 90, middle + 120), (-220, chin + 60), (-60, chin + 110),
        ])
        let inner = edge([
            (-80, top + 90), (-wide + 40, top + 220), (-wide + 25, middle + 80), (-150, chin - 80), (-50, chin - 24),
        ])
        fill(Outline(contours: outer + inner.map { $0.reversed() }), colour)
        fill(.bow(x, chin + 100, halfWidth: 240, sag: 60, thickness: 22), colour.darker(28))
        fill(.bow(x, chin + 230, halfWidth: 310, sag: 60, thickness: 22), colour.darker(22))
    }

    private mutating func fill(_ points: (Int, Int)...) {
        fill(.curve(points.map { at($0.0, $0.1) }), colour)
    }

    private mutating func fillMirrored(_ points: (Int, Int)...) {
        fill(.mirroredCurve(about: x, points.map { at($0.0, $0.1) }), colour)
    }
}
