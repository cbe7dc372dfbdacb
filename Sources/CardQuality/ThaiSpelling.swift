/// How Thai is spelled: which letters there are, and what may stand after what.
///
/// The classes are those of WTT 2.0 (Thai API Consortium, 1991), which keyboards follow.
enum ThaiSpelling {
    /// Whether a text is Thai letters with what may stand between them.
    static func isThai(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            ("\u{E01}"..."\u{E3A}").contains($0) || ("\u{E40}"..."\u{E4E}").contains($0) || isBetween($0)
        }
    }

    /// Whether a text is letters from A to Z with what may stand between them.
    static func isLatin(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            ("A"..."Z").contains($0) || ("a"..."z").contains($0) || isBetween($0) || ["'", "’", ","].contains($0)
        }
    }

    /// Whether every mark has a letter under or over which it can stand, and every vowel a consonant.
    static func isOrdered(_ text: String) -> Bool {
        var last = Kind.other
        for scalar in text.unicodeScalars {
            let kind = Kind(scalar)
            guard kind.mayFollow(last) else { return false }
            last = kind
        }
        return last != .leading
    }

    private static func isBetween(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "-" || scalar == "." }

    private enum Kind {
        /// Consonants, and the vowels ฤ and ฦ, which stand like them.
        case consonant
        /// Vowels before their consonant: เ แ โ ใ ไ.
        case leading
        /// Vowels behind it: ะ า ำ ๅ.
        case following
        /// Vowels above or below it, and phinthu.
        case vowelMark
        case tone
        /// Mai taikhu, thanthakhat and yamakkan.
        case mark
        case nikhahit
        case other

        init(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0xE01...0xE2E: self = .consonant
            case 0xE40...0xE44: self = .leading
            case 0xE30, 0xE32, 0xE33, 0xE45: self = .following
            case 0xE31, 0xE34...0xE3A: self = .vowelMark
            case 0xE48...0xE4B: self = .tone
            case 0xE47, 0xE4C, 0xE4E: self = .mark
            case 0xE4D: self = .nikhahit
            default: self = .other
            }
        }

        func mayFollow(_ last: Kind) -> Bool {
            switch self {
            case .consonant: true
            case .leading, .other: last != .leading
            // As in เกาะ, and in sara am that was typed in two.
            case .following: [.consonant, .tone, .following, .nikhahit].contains(last)
            case .vowelMark: last == .consonant
            case .tone: [.consonant, .vowelMark, .nikhahit].contains(last)
            case .mark: [.consonant, .vowelMark].contains(last)
            case .nikhahit: [.consonant, .tone].contains(last)
            }
        }
    }
}
