internal import ThaiIDCard

/// How somebody looks who does not exist: everything that tells one drawn portrait from another.
struct Look: Sendable {
    /// Shapes of hair, and what may be worn instead.
    enum Hair: Sendable, CaseIterable {
        case short, parted, fringe, spiky, curly, bald, long, bob, bun, tail, scarf
    }

    /// What is worn.
    enum Clothes: Sendable, CaseIterable {
        case shirt, jacket, round, neckline, striped, uniform, school
    }

    /// What is behind.
    enum Backdrop: Sendable, CaseIterable {
        case plain, ruled, disc, wall
    }

    /// What is before the eyes.
    enum Glasses: Sendable, CaseIterable {
        case none, round, square
    }

    let backdrop: Backdrop
    let backdropColour: Colour
    let skin: Colour
    let hair: Hair
    let hairColour: Colour
    let clothes: Clothes
    let cloth: Colour
    let accent: Colour
    let glasses: Glasses
    let hasMoustache: Bool
    let hasBeard: Bool
    let hasEarrings: Bool
    let isChild: Bool
    let isOld: Bool

    /// Where the middle of the face is; in tenths of a pixel, as all measures.
    let centre: Int
    let middle: Int
    /// Half the face's width and height.
    let wide: Int
    let high: Int
    /// How far the cheeks stand in below, in hundredths of the width.
    let jaw: Int
    let shoulders: Int
    let eyes: Int
    let gap: Int
    let brows: Int
    let browTilt: Int
    let nose: Int
    let mouth: Int
    let smile: Int
    let lips: Colour
}

extension Look {
    /// Draws the lots for somebody of a sex and an age in years.
    init(_ sex: Sex.Value, age: Int, _ lots: inout SplitMix64) {
        let isFemale = sex == .female || (sex == .unknown && lots.happens(500))
        (isChild, isOld) = (age < 15, age > 59)
        backdrop = lots.weighted([(5, .plain), (2, .ruled), (2, .disc), (2, .wall)])
        backdropColour = lots.element(of: Self.backdropColours)
        skin = lots.element(of: Self.skins)
        let styles: [(weight: Int, value: Hair)] =
            isChild
            ? (isFemale ? [(4, .bob), (3, .fringe), (3, .tail)] : [(4, .short), (4, .fringe), (2, .spiky)])
            : isFemale
                ? [(4, .long), (3, .bob), (3, .bun), (3, .tail), (2, .curly), (1, .short), (2, .scarf)]
                : [(4, .short), (4, .parted), (2, .fringe), (2, .spiky), (2, .curly), (isOld ? 6 : 1, .bald)]
        hair = lots.weighted(styles)
        let scarfColour = lots.element(of: Self.cloths)
        let ownColour = lots.element(of: isOld ? Self.greyHair : Self.darkHair)
        hairColour = hair == .scarf ? scarfColour : ownColour
        clothes =
            isChild
            ? lots.weighted([(6, .school), (2, .round), (1, .striped)])
            : lots.weighted([
                (4, .shirt), (isFemale ? 2 : 4, .jacket), (3, .round), (isFemale ? 4 : 0, .neckline), (2, .striped),
                (2, .uniform),
            ])
        let dress = lots.element(of: Self.cloths)
        cloth = clothes == .school ? Colour(246, 247, 250) : clothes == .uniform ? Colour(202, 188, 150) : dress
        accent = lots.element(of: Self.accents)
        glasses = lots.weighted([(isOld ? 4 : 8, .none), (2, .round), (2, .square)])
        hasMoustache = !isFemale && !isChild && lots.happens(160)
        hasBeard = !isFemale && !isChild && lots.happens(100)
        hasEarrings = isFemale && hair != .scarf && lots.happens(450)
        centre = lots.number(in: 722...758)
        middle = lots.number(in: 780...830)
        wide = lots.number(in: isFemale ? 252...288 : 266...304)
        high = lots.number(in: isChild ? 350...375 : 380...415)
        jaw = lots.number(in: isFemale ? 14...26 : 6...20)
        shoulders = isChild ? lots.number(in: 470...520) : lots.number(in: isFemale ? 540...600 : 600...670)
        eyes = lots.number(in: isChild ? 112...130 : 88...116)
        gap = lots.number(in: 108...128)
        brows = lots.number(in: isFemale ? 12...18 : 16...28)
        browTilt = lots.number(in: (-22)...(-2))
        nose = lots.number(in: 28...48)
        mouth = lots.number(in: 66...96)
        smile = lots.number(in: isChild ? 24...42 : 8...36)
        lips = isFemale && !isChild ? lots.element(of: Self.paintedLips) : skin.mixed(with: Colour(150, 50, 55), 45)
    }

    private static let backdropColours = [
        Colour(198, 220, 240), Colour(214, 226, 234), Colour(190, 210, 232), Colour(222, 224, 228),
        Colour(206, 226, 218), Colour(230, 222, 208), Colour(216, 210, 230), Colour(176, 202, 226),
    ]
    private static let skins = [
        Colour(244, 208, 176), Colour(236, 194, 156), Colour(226, 180, 140), Colour(214, 164, 124),
        Colour(202, 150, 110), Colour(182, 130, 94),
    ]
    private static let darkHair = [
        Colour(30, 26, 28), Colour(38, 32, 34), Colour(52, 38, 32), Colour(72, 48, 36), Colour(26, 28, 40),
        Colour(94, 62, 42),
    ]
    private static let greyHair = [
        Colour(150, 148, 150), Colour(190, 188, 188), Colour(222, 220, 216), Colour(98, 96, 100), Colour(44, 40, 42),
    ]
    private static let cloths = [
        Colour(238, 241, 246), Colour(52, 62, 88), Colour(142, 84, 126), Colour(92, 126, 122), Colour(196, 92, 84),
        Colour(228, 190, 96), Colour(110, 146, 190), Colour(70, 70, 76), Colour(150, 178, 130), Colour(214, 150, 160),
        Colour(60, 104, 92), Colour(164, 120, 84),
    ]
    private static let accents = [
        Colour(150, 44, 52), Colour(40, 66, 120), Colour(206, 164, 72), Colour(44, 98, 74), Colour(104, 62, 120),
        Colour(220, 120, 70),
    ]
    private static let paintedLips = [
        Colour(192, 84, 88), Colour(206, 104, 104), Colour(178, 66, 84), Colour(200, 116, 100),
    ]
}
