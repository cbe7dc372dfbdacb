extension PortraitPainter {
    private var shade: Colour { look.skin.darker(22) }

    /// Ears, and a face without features.
    mutating func drawHead() {
        if look.hair != .scarf {
            fillBoth(wide + 4, middle + 20, 46, 84, shade)
            fillBoth(wide + 10, middle + 22, 22, 50, look.skin.darker(38))
        }
        if look.hasEarrings { fillBoth(wide + 14, middle + 118, 18, 18, look.accent.lighter(20)) }
        let cheek = wide - wide * look.jaw / 100
        fill(
            .mirroredCurve(
                about: x,
                [
                    at(-wide * 3 / 10, top + 8), at(-wide * 8 / 10, top + 110), at(-wide, middle - 70),
                    at(-wide * 98 / 100, middle + 60), at(-cheek * 88 / 100, middle + look.high * 56 / 100),
                    at(-cheek * 52 / 100, chin - 52), at(-cheek * 16 / 100, chin - 4),
                ]), look.skin)
        fillBoth(152, middle + 140, 62, 40, look.skin.mixed(with: Colour(228, 110, 96), 40), opacity: 120)
        if look.hasBeard { drawBeard(cheek) }
    }

    private mutating func drawBeard(_ cheek: Int) {
        let inner = [at(-40, middle + 290), at(-120, middle + 282), at(-cheek * 74 / 100, middle + 190)]
        let outer = [
            at(-cheek * 98 / 100, middle + 90), at(-cheek * 90 / 100, middle + look.high * 58 / 100),
            at(-cheek * 54 / 100, chin - 44), at(-cheek * 16 / 100, chin + 14),
        ]
        fill(.mirroredCurve(about: x, inner + outer), look.hairColour.lighter(6))
    }

    /// Eyes, brows, nose and mouth, and an old face's lines.
    mutating func drawFeatures() {
        let eyeLine = middle - 16
        drawEyes(eyeLine)
        let brow = look.hair == .scarf ? Colour(48, 38, 36) : look.hairColour.darker(20)
        for side in [-1, 1] {
            fill(
                .polygon([
                    at(side * (look.gap - 62), eyeLine - 76 + look.browTilt), at(side * (look.gap + 14), eyeLine - 96),
                    at(side * (look.gap + 72), eyeLine - 62), at(side * (look.gap + 10), eyeLine - 96 + look.brows),
                    at(side * (look.gap - 62), eyeLine - 76 + look.browTilt + look.brows),
                ]), brow)
        }
        let noseLine = middle + 132
        fill(.polygon([at(-6, eyeLine + 20), at(14, noseLine - 20), at(-16, noseLine - 6)]), shade)
        fill(.bow(x, noseLine, halfWidth: look.nose, sag: 14, thickness: 16), look.skin.darker(40))
        drawMouth(middle + 236)
        if look.isOld { drawLines(eyeLine) }
        if look.hasMoustache {
            let half = look.mouth + 18
            fill(
                .mirroredCurve(
                    about: x,
                    [
                        at(-6, middle + 168), at(-half * 6 / 10, middle + 178), at(-half, middle + 226),
                        at(-half / 2, middle + 214), at(-6, middle + 204),
                    ]), look.hairColour.darker(10))
        }
    }

    private mutating func drawEyes(_ y: Int) {
        let (halfWidth, halfHeight) = (52 * look.eyes / 100, 29 * look.eyes / 100)
        for side in [-1, 1] {
            let middle = x + side * look.gap
            func eye(_ right: Int, _ down: Int) -> Point { Point(middle + right, y + down) }
            fill(
                .curve([
                    eye(-halfWidth, 4), eye(-halfWidth * 45 / 100, -halfHeight), eye(halfWidth * 45 / 100, -halfHeight),
                    eye(halfWidth, 4), eye(halfWidth * 4 / 10, halfHeight * 85 / 100),
                    eye(-halfWidth * 4 / 10, halfHeight * 85 / 100),
                ]), Colour(250, 249, 246))
            fill(.oval(middle, y - 2, 28 * look.eyes / 100, 28 * look.eyes / 100), Colour(52, 36, 30))
            fill(.oval(middle - 9, y - 12, 8, 8), .white)
            fill(.bow(middle, y, halfWidth: halfWidth + 4, sag: -halfHeight - 4, thickness: 16), Colour(44, 30, 28))
        }
    }

    private mutating func drawMouth(_ y: Int) {
        let (half, smile) = (look.mouth, look.smile)
        fill(
            .curve([
                at(-half, y - smile / 3), at(-half / 3, y - 18), at(0, y - 10), at(half / 3, y - 18),
                at(half, y - smile / 3), at(half / 3, y + 20 + smile / 2), at(-half / 3, y + 20 + smile / 2),
            ]), look.lips)
        fill(.bow(x, y - smile / 3, halfWidth: half + 4, sag: smile * 2 / 3, thickness: 13), look.lips.darker(55))
    }

    private mutating func drawLines(_ eyeLine: Int) {
        let colour = look.skin.darker(30)
        for line in 0..<2 {
            fill(.bow(x, eyeLine - 190 - 46 * line, halfWidth: 120, sag: -12, thickness: 10), colour)
        }
        for side in [-1, 1] {
            fill(.bow(x + side * look.gap, eyeLine + 50, halfWidth: 44, sag: 14, thickness: 10), colour)
            fill(
                .line((x + side * 76, middle + 128), (x + side * 118, middle + 224), thickness: 12), colour)
        }
    }

    /// Glasses, where they are worn.
    mutating func drawGlasses() {
        let (y, frame) = (middle - 8, Colour(54, 46, 46))
        for side in [-1, 1] where look.glasses != .none {
            let centre = x + side * look.gap
            if look.glasses == .round {
                fill(.oval(centre, y, 86, 74), .white, opacity: 30)
                fill(.ring(centre, y, 90, 78, thickness: 13), frame)
            } else {
                let (outer, inner) = (Self.box(centre, y, 92, 62), Self.box(centre, y, 79, 49))
                fill(Outline(contours: [inner]), .white, opacity: 30)
                fill(Outline(contours: [outer, inner.reversed()]), look.accent.darker(50))
            }
            fill(.line((x + side * (look.gap + 88), y - 14), (x + side * (wide + 6), y - 24), thickness: 14), frame)
        }
        if look.glasses != .none {
            fill(.bow(x, y - 4, halfWidth: look.gap - 80, sag: -14, thickness: 14), frame)
        }
    }

    private static func box(_ x: Int, _ y: Int, _ halfWidth: Int, _ halfHeight: Int) -> [Point] {
        [
            Point(x - halfWidth, y - halfHeight), Point(x + halfWidth, y - halfHeight),
            Point(x + halfWidth * 9 / 10, y + halfHeight), Point(x - halfWidth * 9 / 10, y + halfHeight),
        ]
    }
}
