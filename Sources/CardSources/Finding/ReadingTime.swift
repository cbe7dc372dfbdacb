internal import SmartCard

/// How long a read may take, from when there was a card to be read: looking which slot holds it and
/// connecting are part of it, waiting for a card is not.
struct ReadingTime: Sendable {
    /// What somebody allowed.
    let limit: Duration?
    private let start = ContinuousClock.now

    /// What the thread of a read that is at its end gets to say why, so that what it has recorded is
    /// not lost with it.
    private static let grace = Duration.milliseconds(150)

    init(limit: Duration?) { self.limit = limit }

    /// What is left of it; nothing when it is over.
    var left: Duration { max(.zero, (limit ?? ChannelLimits().duration) - (.now - start)) }

    /// What is left until a conversation is broken off from outside.
    var leftInAll: Duration { limit == nil ? left + Self.grace : left }
}

/// The slot whose card is meant.
struct ChosenSlot: Sendable {
    /// The reader's name.
    let reader: String
    /// Whether its card came a moment ago.
    var isFresh = false
    /// The reader's count of events while that card is in; `nil` where any card will do.
    var insertion: UInt16?
    /// How long speaking to it may take.
    let time: ReadingTime
}
