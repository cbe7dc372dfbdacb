/// What somebody wants to happen to the cards, said with a key or in a line.
package enum EmulationCommand: Hashable {
    /// Put in a card, by its number; without one, the card that was in last.
    case insert(Int?)
    /// Take out a card, by its number; without one, all.
    case remove(Int?)
    /// Put in the card whose turn is next.
    case next
    /// End.
    case quit
    /// Something else.
    case unknown(String)

    /// Understands a line: `insert`, `insert 2`, `remove`, `remove 2`, `next` or `quit`.
    package init(line: String) {
        let words = line.split(whereSeparator: \.isWhitespace)
        let number = words.count == 2 ? Int(words[1]) : nil
        switch (words.first, words.count) {
        case ("insert", 1): self = .insert(nil)
        case ("insert", 2) where number != nil: self = .insert(number)
        case ("remove", 1): self = .remove(nil)
        case ("remove", 2) where number != nil: self = .remove(number)
        case ("next", 1): self = .next
        case ("quit", 1): self = .quit
        default: self = .unknown(line)
        }
    }

    /// Understands a key: i, r and q say what they stand for, any other is `next`.
    package init(key: UInt8) {
        switch key {
        case UInt8(ascii: "i"): self = .insert(nil)
        case UInt8(ascii: "r"): self = .remove(nil)
        case UInt8(ascii: "q"): self = .quit
        default: self = .next
        }
    }
}
