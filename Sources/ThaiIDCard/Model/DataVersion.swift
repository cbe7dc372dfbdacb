/// What the card's data version says of the layout of its data.
enum DataVersion: Hashable, Sendable {
    /// The layout of this project's table.
    case known
    /// An older one, which stands elsewhere in the card's memory.
    case old
    /// One that nobody has described: newer, or no number. Its card has to prove that the table holds.
    case unknown

    init(_ text: String) {
        switch text {
        case "0003": self = .known
        case "0000", "0001", "0002": self = .old
        default: self = .unknown
        }
    }
}
