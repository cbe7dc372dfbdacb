public import SmartCard

/// Something that happened at a reader, or came of reading a card in it.
public struct CardEvent: Sendable {
    /// What happened.
    public enum Kind: Sendable {
        /// A reader is there.
        case readerAttached
        /// A reader is gone.
        case readerDetached
        /// A card is in; `nil` where it does not answer.
        case cardInserted(ATR?)
        /// The card is out.
        case cardRemoved
        /// The card was read.
        case cardRead(ReadCard)
        /// The card could not be read.
        case cardFailed(CardSourceError)
    }

    /// What happened.
    public let kind: Kind
    /// The name of the reader.
    public let reader: String
    /// When, in the words of the clock that was handed in.
    public let at: String
}
