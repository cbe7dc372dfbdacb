extension ThaiNameKey {
    /// Bytes in whose order names stand in a Thai dictionary, whatever stands between the letters.
    ///
    /// As the Unicode Collation Algorithm has it for Thai (CLDR's `th`): a leading vowel after its consonant, sara am as
    /// sara aa with nikhahit; names that differ in nothing else by their tone marks, then by the kind of letter, then as
    /// they are written. Punctuation counts for nothing, digits come before letters, Thai before Latin.
    package static func sortKey(_ text: String) -> [UInt8] {
        var weights = Weights()
        let scalars = ThaiLetters.inOrder(text)
        var place = 0
        while place < scalars.count {
            let scalar = scalars[place]
            let next = place + 1 < scalars.count ? scalars[place + 1].value : 0
            switch scalar.value {
            case ThaiLetters.leadingVowels where ThaiLetters.consonants.contains(next):
                weights.add(scalars[place + 1])
                weights.add(scalar)
                place += 1
            case ThaiLetters.nikhahit where next == ThaiLetters.saraAA:
                weights.addSaraAM(kinds: (6, 8))
                place += 1
            case ThaiLetters.nikhahit where next == ThaiLetters.lakkhangyao:
                weights.addSaraAM(kinds: (Weights.long, Weights.long))
                place += 1
            case ThaiLetters.saraAM: weights.addSaraAM(kinds: (6, 9))
            default: weights.add(scalar)
            }
            place += 1
        }
        return weights.first + [0] + weights.second + [0] + weights.third + [0] + text.utf8
    }
}

/// The weights of a text's letters: which letter, which mark, which kind.
private struct Weights {
    var first: [UInt8] = []
    var second: [UInt8] = []
    var third: [UInt8] = []

    static let common: UInt8 = 5
    static let long: UInt8 = 7
    static let capital: UInt8 = 10

    mutating func addSaraAM(kinds: (UInt8, UInt8)) {
        add(Self.letter(ThaiLetters.saraAA), kind: kinds.0)
        add(Self.letter(ThaiLetters.nikhahit), kind: kinds.1)
    }

    mutating func add(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x0E4E: addMark(0x10)
        case 0x0E4C: addMark(0x11)
        case 0x0E47...0x0E4B: addMark(UInt8(0x12 + scalar.value - 0x0E47))
        case ThaiLetters.lakkhangyao: add(Self.letter(ThaiLetters.saraAA), kind: Self.long)
        case 0x0E01...0x0E3A, 0x0E40...0x0E44, ThaiLetters.nikhahit: addThai(scalar.value)
        case ThaiLetters.digits: add([UInt8(0x20 + scalar.value - 0x0E50)])
        case 0x30...0x39: add([UInt8(0x20 + scalar.value - 0x30)])
        case 0x61...0x7A: add([UInt8(0x80 + scalar.value - 0x61)])
        case 0x41...0x5A: add([UInt8(0x80 + scalar.value - 0x41)], kind: Self.capital)
        default: addOther(scalar)
        }
    }

    /// Paiyannoi, mai yamok and other signs that are no letters count for nothing.
    private mutating func addThai(_ value: UInt32) {
        if value != 0x0E2F { add(Self.letter(value)) }
    }

    private mutating func addOther(_ scalar: Unicode.Scalar) {
        if let place = Self.symbols.firstIndex(of: scalar) {
            add([UInt8(0x10 + place)])
        } else if !NameLetters.isIgnored(scalar), !(0x0E3F...0x0E5B).contains(scalar.value) {
            let value = scalar.value
            add([0xFD, UInt8(value >> 14 & 0x7F) + 1, UInt8(value >> 7 & 0x7F) + 1, UInt8(value & 0x7F) + 1])
        }
    }

    private static let symbols: [Unicode.Scalar] = ["`", "^", "+", "<", "=", ">", "|", "~", "$", "฿"]

    /// Nikhahit comes before the vowels, which come in the order of their codes, phinthu last.
    private static func letter(_ value: UInt32) -> [UInt8] {
        switch value {
        case ThaiLetters.consonants: [UInt8(0x30 + value - 0x0E01)]
        case ThaiLetters.nikhahit: [0x60]
        case 0x0E3A: [0x7A]
        case ThaiLetters.leadingVowels: [UInt8(0x70 + value - 0x0E40)]
        default: [UInt8(0x61 + value - 0x0E30)]
        }
    }

    private mutating func add(_ letter: [UInt8], kind: UInt8 = Weights.common) {
        first += letter
        second.append(Self.common)
        third.append(kind)
    }

    private mutating func addMark(_ weight: UInt8) {
        second.append(weight)
        third.append(Self.common)
    }
}
