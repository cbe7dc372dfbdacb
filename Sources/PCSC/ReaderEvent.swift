public import SmartCard

/// A reader or a card that came or went.
///
/// Arrivals and departures pair up: every card that was reported in is reported out, before its
/// reader is if that goes too.
public enum ReaderEvent: Hashable, Sendable {
    /// A reader is there.
    case readerAttached(reader: String)
    /// The reader is gone, or the service that owns it.
    case readerDetached(reader: String)
    /// A card is in. `atr` is `nil` where it does not answer; `fresh` is false for a card that was
    /// already in when the watching began, whose contacts need no time to settle.
    case cardInserted(reader: String, atr: ATR?, fresh: Bool)
    /// The card is out.
    case cardRemoved(reader: String)

    /// The reader that it happened to.
    public var reader: String {
        switch self {
        case .readerAttached(let reader), .readerDetached(let reader), .cardRemoved(let reader),
            .cardInserted(let reader, _, _):
            reader
        }
    }
}
