/// What Thai letters are to spelling and order (Unicode, block Thai).
enum ThaiLetters {
    static let saraAA: UInt32 = 0x0E32
    static let saraAM: UInt32 = 0x0E33
    static let lakkhangyao: UInt32 = 0x0E45
    static let saraE: UInt32 = 0x0E40
    static let nikhahit: UInt32 = 0x0E4D
    static let consonants: ClosedRange<UInt32> = 0x0E01...0x0E2E
    /// Vowels that are written before the consonant after which they are spoken.
    static let leadingVowels: ClosedRange<UInt32> = 0x0E40...0x0E44
    static let digits: ClosedRange<UInt32> = 0x0E50...0x0E59

    static func isTone(_ value: UInt32) -> Bool { (0x0E48...0x0E4B).contains(value) }

    /// Whether a vowel stands behind, above or below the consonant before it.
    static func isVowelBehind(_ value: UInt32) -> Bool {
        (0x0E30...0x0E39).contains(value) || value == lakkhangyao || value == nikhahit
    }

    static func beginsSyllable(_ scalar: Unicode.Scalar) -> Bool {
        consonants.contains(scalar.value) || leadingVowels.contains(scalar.value)
    }

    /// The text with the marks of each consonant in Unicode's canonical order, which is all that NFC asks of Thai.
    static func inOrder(_ text: String) -> [Unicode.Scalar] {
        var ordered: [Unicode.Scalar] = []
        var marks: [Unicode.Scalar] = []
        func settle() {
            for own in [9, 103, 107] as [UInt8] { ordered += marks.filter { rank($0) == own } }
            marks = []
        }
        for scalar in text.unicodeScalars {
            if rank(scalar) > 0 {
                marks.append(scalar)
            } else {
                settle()
                ordered.append(scalar)
            }
        }
        settle()
        return ordered
    }

    /// The canonical combining class; 0 for all that stays in its place.
    private static func rank(_ scalar: Unicode.Scalar) -> UInt8 {
        switch scalar.value {
        case 0x0E3A: 9
        case 0x0E38, 0x0E39: 103
        case 0x0E48...0x0E4B: 107
        default: 0
        }
    }
}

/// What is no part of a name in any language.
enum NameLetters {
    /// Blanks, points, hyphens and the like, control characters and characters without width.
    static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0xA0, 0xAD, 0x200B...0x200F, 0x2010...0x2015,
            0x2018...0x201F,
            0x2028...0x202F, 0x2060...0x2069, 0x3000, 0xFEFF:
            true
        case 0x2000...0x200A: true
        default: false
        }
    }

    /// An ASCII letter in lower case; any other as it is.
    static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
    }
}
