import VirtualCard

/// One of the cards that take turns in the virtual readers.
struct EmulatedCard {
    /// Its place among all of them, from 1.
    let number: Int
    /// Where it comes from, never what it says.
    let name: String
    /// Makes the card; where that takes long, not before its turn.
    let card: () -> VirtualCard
}
