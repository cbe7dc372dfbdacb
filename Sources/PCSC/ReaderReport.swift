public import SmartCard

/// What happened at a reader, with what was known of it when PC/SC reported it.
public struct ReaderReport: Hashable, Sendable {
    /// What happened.
    public let event: ReaderEvent
    /// When PC/SC reported it, however late somebody comes to hear of it.
    public let time: ContinuousClock.Instant
    /// The reader's count of insertions and removals by then: as long as it stays the same, a card
    /// that came is the one that is in.
    public let eventCount: UInt16
    /// Of a card that came: whether it was in when its reader was first seen, so that nobody has put
    /// it in as far as anyone knows. A SAM or a security key is always in like this.
    public let wasThere: Bool

    /// Makes a report.
    public init(
        _ event: ReaderEvent, at time: ContinuousClock.Instant = .now, eventCount: UInt16 = 0, wasThere: Bool = false
    ) {
        self.event = event
        self.time = time
        self.eventCount = eventCount
        self.wasThere = wasThere
    }
}

extension ReaderReport: Observation {}

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
