import ArgumentParser
import ThaiIDCard

extension ValidationError {
    /// What no word of the command line can hold at the beginning of a sentence of the parser's.
    private static let mark: Character = "\u{1F}"

    /// Refuses options in both languages. The parser hands on one text, so both go through it in one.
    init(thai: String, english: String) {
        let texts = [english, thai].map { $0.filter { $0 != Self.mark } }
        self.init("\(Self.mark)\(texts[0])\(Self.mark)\(texts[1])")
    }

    /// Refuses options in words that are said elsewhere, too.
    init(words: Bilingual) { self.init(thai: words.thai, english: words.english) }

    /// The two languages of what the parser handed on; `nil` where the sentence is its own.
    static func words(in message: String) -> Bilingual? {
        let parts = message.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].isEmpty else { return nil }
        return Bilingual(String(parts[2]), String(parts[1]))
    }
}
