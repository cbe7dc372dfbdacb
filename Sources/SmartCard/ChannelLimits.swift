/// What a hostile card cannot pass: how often it may prolong a command, and how much of a read
/// it may take up.
public struct ChannelLimits: Hashable, Sendable {
    /// GET RESPONSE or `6Cxx` rounds that one command may take.
    public var roundsPerCommand: Int
    /// Exchanges of the whole read.
    public var exchanges: Int
    /// Bytes received over the whole read, status words included.
    public var bytes: Int
    /// How long the whole read may take.
    public var duration: Duration

    /// Makes a set of limits. The defaults leave an honest slow card (6 to 8 seconds for its
    /// photo at 9,600 baud) room to spare.
    public init(
        roundsPerCommand: Int = 32, exchanges: Int = 512, bytes: Int = 64 * 1024,
        duration: Duration = .seconds(30)
    ) {
        self.roundsPerCommand = roundsPerCommand
        self.exchanges = exchanges
        self.bytes = bytes
        self.duration = duration
    }

    /// Which of the limits was broken.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// See `roundsPerCommand`.
        case rounds
        /// See `exchanges`.
        case exchanges
        /// See `bytes`.
        case bytes
        /// See `duration`.
        case duration
    }
}
