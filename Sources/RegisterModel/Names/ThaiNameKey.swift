internal import ThaiIDCard

/// Thai names as they are searched and sorted. A key is compared with keys alone: it is no spelling of anything.
package enum ThaiNameKey {
    /// By which two spellings of one name are the same: marks in one order, sara am and sara ae in one piece each; no
    /// blanks, points, hyphens and characters without width; Latin letters in lower case.
    package static func normal(_ text: String) -> String {
        var key = String.UnicodeScalarView()
        for scalar in ThaiLetters.inOrder(text) where !NameLetters.isIgnored(scalar) {
            switch (key.last?.value, scalar.value) {
            case (ThaiLetters.saraE?, ThaiLetters.saraE):
                key.removeLast()
                key.append("แ")
            case (ThaiLetters.nikhahit?, ThaiLetters.saraAA):
                key.removeLast()
                key.append("ำ")
            case (let tone?, ThaiLetters.saraAA)
            where ThaiLetters.isTone(tone) && key.dropLast().last?.value == ThaiLetters.nikhahit:
                // Typed as nikhahit, tone, sara aa.
                let mark = key.removeLast()
                key.removeLast()
                key.append(mark)
                key.append("ำ")
            default: key.append(NameLetters.lowercased(scalar))
            }
        }
        return String(key)
    }

    /// By which names that sound alike are the same: of the normal key without tone marks, thanthakhat and maitaikhu,
    /// with one letter for those of one sound.
    package static func sound(_ text: String) -> String {
        let letters = Array(normal(text).unicodeScalars)
        var key = String.UnicodeScalarView()
        for (place, scalar) in letters.enumerated() where !silent.contains(scalar) {
            switch scalar {
            case "ฤ": key.append(contentsOf: "รึ".unicodeScalars)
            case "ใ": key.append("ไ")
            // ไทย sounds as ไท, where the last letter begins no syllable of its own.
            case "ย" where isMute(at: place, in: letters): continue
            default: key.append(alike[scalar] ?? scalar)
            }
        }
        return String(key)
    }

    private static func isMute(at place: Int, in letters: [Unicode.Scalar]) -> Bool {
        guard place >= 2, letters[place - 2] == "ไ" || letters[place - 2] == "ใ" else { return false }
        return place + 1 == letters.count || !ThaiLetters.isVowelBehind(letters[place + 1].value)
    }

    private static let silent: Set<Unicode.Scalar> = ["่", "้", "๊", "๋", "์", "็", "๎", "ฺ"]

    private static let alike: [Unicode.Scalar: Unicode.Scalar] = [
        "ศ": "ส", "ษ": "ส", "ณ": "น", "ฎ": "ด", "ฏ": "ต", "ฆ": "ค", "ข": "ค", "ฃ": "ค", "ฅ": "ค", "ธ": "ท", "ฑ": "ท",
        "ฐ": "ท", "ถ": "ท", "ภ": "พ", "ผ": "พ", "ฬ": "ล", "ฌ": "ช", "ญ": "ย",
    ]

    /// A name without the title that stands before it, where one is known. What is left has to be a name: `นายิกา` is one
    /// that only begins like a title.
    package static func withoutTitle(_ text: String) -> String {
        let text = text.drop { $0.isWhitespace }
        let word = text.prefix { !$0.isWhitespace }
        for count in stride(from: min(word.count, longestTitle), to: 0, by: -1) {
            let title = String(text.prefix(count))
            guard PersonName(parts: [title, "-"], language: .thai).title == title else { continue }
            let rest = text.dropFirst(count).drop { $0.isWhitespace }
            if rest.unicodeScalars.count > 1, rest.unicodeScalars.first.map(ThaiLetters.beginsSyllable) ?? false {
                return String(rest)
            }
        }
        return String(text)
    }

    private static let longestTitle = 24
}
