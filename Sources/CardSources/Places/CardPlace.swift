public import CardTrace
public import VirtualCard

/// Where a card is. Nothing that reads one can tell the places apart.
public enum CardPlace: Sendable {
    /// In a reader.
    case reader(ReaderChoice)
    /// In a recording, whatever program made it.
    case replay(Trace)
    /// Nowhere: the card is made anew for each read.
    case virtual(@Sendable () -> VirtualCard)
}

/// Which reader's card is meant.
public struct ReaderChoice: Hashable, Sendable {
    /// How long to wait for a card.
    public enum Wait: Hashable, Sendable {
        /// Not at all: it is in, or none is.
        case never
        /// No longer than this.
        case upTo(Duration)
        /// As long as it takes.
        case forever
    }

    /// Part of a reader's name, or its number in the list of readers; `nil` for whichever holds the one Thai ID card.
    public var name: String?
    /// How long to wait for a card.
    public var wait: Wait
    /// How long the read may take once a card is in; `nil` for the usual limits.
    public var timeLimit: Duration?

    /// Means a reader.
    public init(_ name: String? = nil, waiting wait: Wait = .never, within timeLimit: Duration? = nil) {
        (self.name, self.wait, self.timeLimit) = (name, wait, timeLimit)
    }
}
