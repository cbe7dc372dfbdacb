public import CardTrace
public import SmartCard
public import ThaiIDCard

/// Somebody who does not exist, and the card that nobody holds.
public struct InventedPerson: Sendable {
    /// The person's place among all of a seed.
    public let index: Int
    /// What the card says, as a reader that reads all of it must report it.
    public let card: IDCard
    /// The card's bytes.
    public let image: CardImage
    /// What the card answers to reset.
    public let atr: ATR
    /// How the answers come: odd ones as from a reader that fetches what waits by itself.
    public let style: ImageCard.Style
    /// What is odd about the card; nothing, unless odd people were asked for.
    public let oddities: Set<Oddity>

    /// The card, to be read.
    public var virtualCard: VirtualCard { VirtualCard(image, atr: atr, style: style) }
}
