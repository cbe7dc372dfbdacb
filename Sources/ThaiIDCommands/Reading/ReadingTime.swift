import PCSC
import SmartCard

/// How long a read may take, from when there was a card to be read: looking which slot holds it and
/// connecting are part of it, waiting for a card is not.
struct ReadingTime: Sendable {
    /// Seconds, where somebody said so.
    let asked: Int?
    private let start = ContinuousClock.now

    /// What the thread of a read that is at its end gets to say why, so that what it has recorded is
    /// not lost with it.
    private static let grace = Duration.milliseconds(150)

    init(asked: Int?) { self.asked = asked }

    /// What is left of it; nothing when it is over.
    var left: Duration { max(.zero, (asked.map { .seconds($0) } ?? ChannelLimits().duration) - (.now - start)) }

    /// What is left until a conversation is broken off from outside.
    var leftInAll: Duration { asked == nil ? left + Self.grace : left }

    /// What it means that it is over.
    var error: ToolError { ToolError(.timedOut, timeout: asked) }
}
