internal import ThaiIDCard

/// An invented name in both languages.
struct InventedName {
    private let title: NameWords.Word
    private let first: NameWords.Word
    private let middle: NameWords.Word
    private let last: NameWords.Word

    /// Draws a name, with the title that goes with a life.
    init(_ lots: inout SplitMix64, _ life: Life, _ oddities: Set<Oddity>) {
        let usual = Self.title(&lots, life)
        title = oddities.contains(.unknownSex) ? ("คุณ", "Khun") : usual
        let plain = Self.firstName(&lots)
        first = oddities.contains(.codePage874) ? ("‘\(plain.thai)’", plain.english) : plain
        middle = Self.firstName(&lots)
        let (word, ending) = (lots.element(of: NameWords.invented), lots.element(of: NameWords.family))
        let another = lots.element(of: NameWords.invented)
        let second = lots.happens(250) && another.thai != word.thai ? another : ("", "")
        last = (word.thai + second.0 + ending.thai, word.english + second.1.lowercased() + ending.english)
    }

    /// The name as a card states it in one language.
    func written(in language: Language, _ oddities: Set<Oddity>, _ lots: inout SplitMix64) -> PersonName {
        func text(_ word: NameWords.Word) -> String { language == .thai ? word.thai : word.english }
        let (title, first, middle, last) = (text(title), text(first), text(middle), text(last))
        var parts = [title, first, "", last]
        if oddities.contains(.middleName) { parts[2] = middle }
        if oddities.contains(.singleName) { parts[3] = "" }
        if oddities.contains(.threePartName) { parts = [title, first, last] }
        if oddities.contains(.fivePartName) { parts = [title, first, middle, text(("กลาง", "Klang")), last] }
        if oddities.contains(.unseparatedName) {
            parts = [PersonName(parts: parts, language: language).full]
        }
        if oddities.contains(.fullWidthNames) {
            parts[2] = middle
            let words = NameWords.invented.map(text)
            parts[3] += Filler.text(&lots, words, count: 100 - Filler.count(of: parts))
        }
        return PersonName(parts: parts, language: language)
    }

    private static func firstName(_ lots: inout SplitMix64) -> NameWords.Word {
        let (word, ending) = (lots.element(of: NameWords.invented), lots.element(of: NameWords.first))
        return lots.happens(300) ? word : (word.thai + ending.thai, word.english + ending.english)
    }

    private static func title(_ lots: inout SplitMix64, _ life: Life) -> NameWords.Word {
        let isMarried = life.ageAtIssue >= 20 && lots.happens(450)
        let lot = lots.below(100)
        switch (life.isFemale, life.ageAtIssue < 15) {
        case (false, true): return lot < 92 ? ("เด็กชาย", "Master") : ("ด.ช.", "Master")
        case (true, true): return lot < 92 ? ("เด็กหญิง", "Miss") : ("ด.ญ.", "Miss")
        case (false, false):
            guard life.ageAtIssue >= 25, lot < 4 else { return ("นาย", "Mr.") }
            return ranks[lot]
        case (true, false):
            guard life.ageAtIssue >= 25, lot < 2 else {
                return isMarried ? ("นาง", "Mrs.") : lot < 90 ? ("นางสาว", "Miss") : ("น.ส.", "Miss")
            }
            return (ranks[lot].thai + "หญิง", ranks[lot].english)
        }
    }

    private static let ranks: [NameWords.Word] = [
        ("ว่าที่ร้อยตรี", "Acting Sub Lt."), ("พันตำรวจโท", "Pol.Lt.Col."), ("จ่าสิบเอก", "SM.1"), ("ร้อยเอก", "Capt."),
    ]
}

/// What fills a text up to the width of its field.
enum Filler {
    /// Words one after another, cut off where the field ends, as a system cuts what is too long.
    static func text(_ lots: inout SplitMix64, _ words: [String], count: Int) -> String {
        var scalars: [Unicode.Scalar] = []
        while scalars.count < count { scalars += Array(lots.element(of: words).lowercased().unicodeScalars) }
        return String(String.UnicodeScalarView(scalars.prefix(max(0, count))))
    }

    /// How many bytes parts take on the card, with a separator between them.
    static func count(of parts: [String]) -> Int {
        parts.reduce(parts.count - 1) { $0 + $1.unicodeScalars.count }
    }
}
