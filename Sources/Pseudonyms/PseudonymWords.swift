internal import CardTrace
internal import Invention
internal import ThaiIDCard

/// Invented text of any length, made of words that say that it is made up.
enum PseudonymWords {
    /// Thai text of exactly so many bytes. It begins with a consonant or a leading vowel, never with a
    /// mark, and with an invented word where one fits.
    static func thai(count: Int, _ lots: inout SplitMix64) -> [UInt8] {
        var text: [UInt8] = []
        while text.count < count {
            let room = count - text.count
            // A word that leaves no room for another must fill it.
            let words = (text.isEmpty ? thaiWords : thaiWords + thaiEndings).filter {
                $0.count == room || $0.count + shortestWord <= room
            }
            let fitting = words.isEmpty ? thaiEndings.filter { $0.count == room } : words
            text += fitting.isEmpty ? letters(room, &lots) : lots.element(of: fitting)
        }
        return text
    }

    /// Latin text of as many letters, with capitals where the original has them: at the beginning, or
    /// throughout.
    static func latin(like original: ArraySlice<UInt8>, _ lots: inout SplitMix64) -> [UInt8] {
        var text: [UInt8] = []
        while text.count < original.count {
            text += lots.element(of: text.isEmpty ? latinWords : latinWords + latinEndings)
        }
        let isAllCapital = original.allSatisfy { $0 != $0.lowercasedASCII }
        return zip(original, text).enumerated().map { place, letters in
            let isCapital = isAllCapital || (place == 0 && letters.0 != letters.0.lowercasedASCII)
            return isCapital ? letters.1 & ~0x20 : letters.1
        }
    }

    /// Consonants, each of which may stand alone, where no word serves.
    static func letters(_ count: Int, _ lots: inout SplitMix64) -> [UInt8] {
        (0..<count).map { _ in lots.element(of: consonants) }
    }

    private static let thaiWords = NameWords.invented.compactMap { TIS620.encode($0.thai) }
    private static let thaiEndings = (NameWords.first + NameWords.family).compactMap { TIS620.encode($0.thai) }
    private static let shortestWord = thaiEndings.map(\.count).min() ?? 1
    private static let latinWords = NameWords.invented.map { Array($0.english.lowercased().utf8) }
    private static let latinEndings = (NameWords.first + NameWords.family).map { Array($0.english.utf8) }
    private static let consonants = TIS620.encode("กขคงจชดตทนบปพมยรลวสหอ") ?? []
}
