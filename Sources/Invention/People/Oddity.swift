/// What can be odd about an invented person's card, and how often it is.
///
/// Of each group at most one happens to a card; groups know nothing of one another, so that a card
/// may be odd in several ways. Most of these have been reported of real cards; the others are what
/// a reader has to expect of data that people keyed in.
public enum Oddity: String, Hashable, Sendable, CaseIterable {
    /// A middle name: the third of four parts is there.
    case middleName
    /// Names without the separator `#`.
    case unseparatedName
    /// Names of three parts.
    case threePartName
    /// Names of five parts.
    case fivePartName
    /// A first name alone.
    case singleName
    /// Names and issuing office that take all of their 100 bytes.
    case fullWidthNames
    /// Birth `YYYY0000`, and a card for life.
    case yearOnlyBirth
    /// Birth `YYYYMM00`.
    case monthOnlyBirth
    /// Birth `00000000`, and a card for life.
    case unknownBirth
    /// Birth of eight spaces, and a card for life.
    case blankBirth
    /// Birth on a day that no calendar has.
    case impossibleBirth
    /// Expiry of eight spaces, for an old holder.
    case blankExpiry
    /// Expiry `99999999`. It also happens to cards that are not odd, where the holder was 70.
    case lifelong
    /// Photo area and length word all padding.
    case noPhoto
    /// A photo of all 5,118 bytes.
    case fullPhoto
    /// A length word of 0, of `FFFF` or too short, before a good photo.
    case wrongPhotoLength
    /// Text filled up with NULs instead of spaces.
    case nulPadding
    /// Curly quotes, and a no-break space where there was a space: bytes of code page 874.
    case codePage874
    /// A byte that no Thai character set defines.
    case undefinedByte
    /// Control characters within text.
    case controlBytes
    /// An address of five parts.
    case fivePartAddress
    /// An address of seven parts.
    case sevenPartAddress
    /// An address of nine parts.
    case ninePartAddress
    /// An address without the separator `#`.
    case unseparatedAddress
    /// An address that takes all of its 160 bytes.
    case fullWidthAddress
    /// No application for the laser number.
    case noLaserNumber
    /// A laser number one digit short.
    case shortLaserNumber
    /// The laser number's application refuses with `6F00`, and there is no card manager.
    case refusedChip
    /// A slow old chip, ATR `3B 68`, which knows neither of its numbers.
    case oldATR
    /// A health application that was never written.
    case blankHealth
    /// A citizen ID that contradicts its check digit.
    case badCheckDigit
    /// A citizen ID that begins with 9.
    case doubtfulCategory
    /// Sex `3`.
    case unknownSex
    /// No request number.
    case blankRequestNumber
    /// No number under the photo.
    case blankUnderPhotoNumber
    /// A reader that fetches whole answers by itself: no GET RESPONSE.
    case directAnswers
}

extension Oddity {
    /// The groups, each with how many among a thousand people every oddity of it happens to.
    public static let groups: [[(oddity: Oddity, perThousand: Int)]] = [
        [
            (.middleName, 80), (.unseparatedName, 15), (.threePartName, 30), (.fivePartName, 10), (.singleName, 10),
            (.fullWidthNames, 15),
        ],
        [
            (.yearOnlyBirth, 30), (.monthOnlyBirth, 10), (.unknownBirth, 5), (.blankBirth, 5), (.impossibleBirth, 5),
            (.blankExpiry, 10), (.lifelong, 30),
        ],
        [(.noPhoto, 20), (.fullPhoto, 30), (.wrongPhotoLength, 20)],
        [(.nulPadding, 30), (.codePage874, 15), (.undefinedByte, 5), (.controlBytes, 5)],
        [
            (.fivePartAddress, 20), (.sevenPartAddress, 10), (.ninePartAddress, 5), (.unseparatedAddress, 5),
            (.fullWidthAddress, 15),
        ],
        [(.noLaserNumber, 40), (.shortLaserNumber, 10), (.refusedChip, 10), (.oldATR, 30)],
        [(.blankHealth, 20)],
        [
            (.badCheckDigit, 2), (.doubtfulCategory, 3), (.unknownSex, 3), (.blankRequestNumber, 5),
            (.blankUnderPhotoNumber, 5),
        ],
        [(.directAnswers, 100)],
    ]

    /// Draws the lots for one card, one lot for each group.
    static func drawn(_ lots: inout SplitMix64) -> Set<Oddity> {
        var drawn: Set<Oddity> = []
        for group in groups {
            var lot = lots.below(1000)
            for (oddity, perThousand) in group {
                if (0..<perThousand).contains(lot) { drawn.insert(oddity) }
                lot -= perThousand
            }
        }
        return drawn
    }
}
