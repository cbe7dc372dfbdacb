/// What reading a file gave.
public struct TraceReading: Hashable, Sendable {
    /// The recording.
    public let trace: Trace
    /// What the file says, or ought to, and the recording does not.
    public let losses: [TraceLoss]

    init(_ trace: Trace, losses: [TraceLoss] = []) {
        self.trace = trace
        self.losses = losses
    }
}
