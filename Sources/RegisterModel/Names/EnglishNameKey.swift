internal import ThaiIDCard

/// English names as they are searched. A key is compared with keys alone: it is no spelling of anything.
package enum EnglishNameKey {
    /// By which two spellings of one name are the same: lower case, without blanks, points, hyphens and apostrophes.
    package static func normal(_ text: String) -> String {
        var key = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !NameLetters.isIgnored(scalar) {
            key.append(NameLetters.lowercased(scalar))
        }
        let ascii = String(key)
        return ascii.utf8.allSatisfy { $0 < 0x80 } ? ascii : ascii.lowercased()
    }

    /// By which romanisations of one Thai name are mostly the same: no breath behind a consonant, one letter for those
    /// of one sound, no letter twice.
    package static func sound(_ text: String) -> String {
        let letters = Array(normal(text).unicodeScalars)
        var key = String.UnicodeScalarView()
        for (place, scalar) in letters.enumerated() {
            let previous: Unicode.Scalar? = place > 0 ? letters[place - 1] : nil
            let next: Unicode.Scalar? = place + 1 < letters.count ? letters[place + 1] : nil
            let sound: Unicode.Scalar
            switch (previous, scalar, next) {
            case ("p"?, "h", _), ("t"?, "h", _), ("k"?, "h", _), ("g"?, "h", _): continue
            // Ch stays; what follows the last letter is not known.
            case (_, "c", let next?) where next != "h": sound = "k"
            case ("o"?, "o", _), ("o"?, "u", _): sound = "u"
            case (_, "o", "o"?), (_, "o", "u"?): sound = "u"
            case ("e"?, "e", _), (_, "e", "e"?): sound = "i"
            default: sound = alike[scalar] ?? scalar
            }
            if key.last != sound { key.append(sound) }
        }
        return String(key)
    }

    private static let alike: [Unicode.Scalar: Unicode.Scalar] = [
        "v": "w", "q": "k", "z": "s", "y": "i", "b": "p", "d": "t", "g": "k",
    ]

    /// A name without the title that stands before it, where one is known and a name is left.
    package static func withoutTitle(_ text: String) -> String {
        var words = text.split(separator: " ")
        while words.count > 1, let word = words.first.map(String.init),
            PersonName(parts: [word, "-"], language: .english).title == word
        {
            words.removeFirst()
        }
        return words.joined(separator: " ")
    }
}
