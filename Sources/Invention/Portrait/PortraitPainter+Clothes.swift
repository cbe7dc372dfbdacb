extension PortraitPainter {
    /// Neck, shoulders and what covers them.
    mutating func drawClothes() {
        let (cloth, neck, base) = (look.cloth, look.isChild ? 105 : 135, chin + 140)
        let shade = look.skin.darker(24)
        fill(
            .polygon([
                at(-neck, chin - 160), at(neck, chin - 160), at(neck + 30, base + 120), at(-neck - 30, base + 120),
            ]), shade)
        fill(
            .mirroredCurve(
                about: x,
                [
                    at(-60, base + 20), at(-150, base - 40), at(-look.shoulders * 6 / 10, base + 34),
                    at(-look.shoulders, base + 130), at(-look.shoulders - 70, Self.bottom + 100),
                    at(-100, Self.bottom + 100),
                ]), cloth)
        guard look.hair != .scarf else {
            fill(
                .mirroredCurve(
                    about: x,
                    [at(-120, chin - 60), at(-300, chin + 40), at(-440, chin + 300), at(-240, Self.bottom + 60)]),
                look.hairColour.darker(8))
            return
        }
        switch look.clothes {
        case .round, .striped:
            if look.clothes == .striped { drawStripes(base) }
            fill(.oval(x, base - 40, neck + 60, 118), shade.darker(4))
            fill(.bow(x, base - 6, halfWidth: neck + 62, sag: 88, thickness: 24), look.accent)
        case .neckline:
            fill(.polygon([at(-neck - 40, base - 50), at(neck + 40, base - 50), at(0, base + 190)]), shade)
            fill(.line((x - neck - 40, base - 50), (x, base + 190), thickness: 26), look.accent)
            fill(.line((x + neck + 40, base - 50), (x, base + 190), thickness: 26), look.accent)
        case .jacket:
            drawJacket(base)
            drawCollar(neck, base, Colour(244, 245, 248))
        case .shirt, .uniform, .school:
            fill(.polygon([at(-110, base - 80), at(110, base - 80), at(0, base + 120)]), shade)
            fill(.line((x, base + 80), (x, Self.bottom), thickness: 12), cloth.darker(24))
            drawCollar(neck, base, cloth.lighter(40))
            drawBadges(base)
        }
    }

    private mutating func drawStripes(_ base: Int) {
        for line in 0..<3 {
            let y = base + 130 + line * 130
            let half = look.shoulders - 40 + line * 20
            fill(.polygon([at(-half, y), at(half, y), at(half + 6, y + 50), at(-half - 6, y + 50)]), look.accent)
        }
    }

    private mutating func drawJacket(_ base: Int) {
        fill(.polygon([at(-150, base - 40), at(150, base - 40), at(0, Self.bottom + 220)]), Colour(244, 245, 248))
        fill(.polygon([at(-35, base + 60), at(35, base + 60), at(60, Self.bottom), at(-60, Self.bottom)]), look.accent)
        let knot = look.accent.darker(22)
        fill(.polygon([at(-48, base + 10), at(48, base + 10), at(30, base + 84), at(-30, base + 84)]), knot)
        fillBoth(
            [
                (150, base - 60), (270, base + 140), (200, base + 200), (90, Self.bottom), (70, Self.bottom),
            ], look.cloth.lighter(14))
    }

    private mutating func drawCollar(_ neck: Int, _ base: Int, _ colour: Colour) {
        fillBoth(
            [(neck - 10, base - 140), (neck + 54, base - 44), (126, base + 100), (4, base + 16)],
            look.cloth.darker(34))
        fillBoth([(neck - 10, base - 140), (neck + 46, base - 50), (116, base + 86), (4, base + 8)], colour)
    }

    /// Shoulder pieces on a uniform, an embroidered name on a pupil's shirt.
    private mutating func drawBadges(_ base: Int) {
        if look.clothes == .uniform {
            let board = [(right: 340, y: base + 70), (490, base + 140), (480, base + 190), (330, base + 120)]
            fillBoth(board, look.accent.darker(10))
        } else if look.clothes == .school {
            fill(.line((x + 180, base + 200), (x + 330, base + 200), thickness: 20), look.accent)
        }
    }
}
