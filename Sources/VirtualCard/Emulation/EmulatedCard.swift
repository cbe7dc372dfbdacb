/// One of the cards that take turns in the virtual readers.
package struct EmulatedCard {
    /// Its place among all of them, from 1.
    package let number: Int
    /// Where it comes from, never what it says.
    package let name: String
    /// Makes the card; where that takes long, not before its turn.
    let card: () -> VirtualCard

    package init(number: Int, name: String, card: @escaping () -> VirtualCard) {
        (self.number, self.name, self.card) = (number, name, card)
    }
}

/// What became of the cards.
package enum EmulationEvent {
    /// The first cards are in, and the service knows of them.
    case ready
    case inserted(EmulatedCard)
    case removed(EmulatedCard)
    /// There was nothing to remove.
    case noCardIn
    case noSuchCard(Int)
    case notUnderstood(String)
}
