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
    /// Whether data come at once, as from a reader that fetches what waits by itself.
    public let answersAtOnce: Bool
    /// What is odd about the card; nothing, unless odd people were asked for.
    public let oddities: Set<Oddity>

    /// When every invented card is said to have been read, wherever that has to be said: the day
    /// after the last on which one was issued.
    public static let readAt = "2026-01-01T00:00:00+07:00"
}
