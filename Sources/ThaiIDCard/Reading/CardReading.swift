/// What a read brought, and what it cost.
public struct CardReading: Sendable {
    /// The bytes that were asked for.
    public let image: CardImage
    /// What they say.
    public let card: IDCard
    /// What each phase cost, in order.
    package let phases: [PhaseCost]

    /// Commands sent.
    package var exchanges: Int { phases.reduce(0) { $0 + $1.exchanges } }
    /// Bytes received, status words included.
    package var bytes: Int { phases.reduce(0) { $0 + $1.bytes } }
    /// Time from the first command to the last answer.
    package var duration: Duration { phases.reduce(.zero) { $0 + $1.duration } }
}

/// A part of a read that people can tell apart.
package enum ReadPhase: String, Hashable, Sendable, CaseIterable {
    /// SELECT of the storage applet.
    case select
    /// The text.
    case text
    /// What is left of the photo after the text.
    case photo
    /// Laser number and chip number.
    case chip
    /// The health applet.
    case health
    /// Bytes that no field needs.
    case rest
}

/// What one phase of a read cost.
package struct PhaseCost: Hashable, Sendable {
    /// The phase.
    package let phase: ReadPhase
    /// Commands sent.
    public internal(set) var exchanges = 0
    /// Bytes received, status words included.
    public internal(set) var bytes = 0
    /// Time taken.
    public internal(set) var duration = Duration.zero

    /// What has cost nothing so far.
    init(phase: ReadPhase) { self.phase = phase }

    /// Adds exchanges that somebody recorded.
    package init(phase: ReadPhase, exchanges: Int, bytes: Int, duration: Duration) {
        self.init(phase: phase)
        (self.exchanges, self.bytes, self.duration) = (exchanges, bytes, duration)
    }
}

/// How far a read has come.
public struct ReadProgress: Sendable {
    /// What is being read.
    package let phase: ReadPhase
    /// Bytes of the card known so far.
    public let known: Int
    /// Bytes that will be needed, as far as can be told by now.
    public let needed: Int
    /// What is on the card but its photo: told once, as soon as it is known and proven while the photo is still to come.
    ///
    /// The read may fail yet. This is for a screen that somebody looks at, and never to be kept.
    public let text: IDCard?
}
