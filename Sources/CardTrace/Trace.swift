public import SmartCard

/// A recording: what was sent to a card and what came back, in order.
///
/// A recording of a person's card holds that person's data.
public struct Trace: Hashable, Sendable {
    /// When it was made, as `2026-11-23T09:41:07+07:00`.
    public var recordedAt: String?
    /// Name of the reader.
    public var reader: String?
    /// What happened, in order. The first is `powered`.
    public var events: [Event]

    /// Something that happened between reader and card.
    public enum Event: Hashable, Sendable {
        /// The card was powered, at first or anew, and answered this.
        case powered(ATR)
        /// A command was sent.
        case exchange(Exchange)
    }

    /// A command and what became of it.
    public struct Exchange: Hashable, Sendable {
        /// The command's bytes as they went out.
        public var command: [UInt8]
        /// What came back.
        public var outcome: Outcome
        /// How long it took, where that was recorded.
        public var duration: Duration?

        /// Notes an exchange.
        public init(_ command: [UInt8], _ outcome: Outcome, duration: Duration? = nil) {
            self.command = command
            self.outcome = outcome
            self.duration = duration
        }
    }

    /// What came of a command.
    public enum Outcome: Hashable, Sendable {
        /// An answer: data, then the status word.
        case answer([UInt8])
        /// No answer.
        case failure(ChannelError)
    }

    /// Makes a recording of events.
    public init(recordedAt: String? = nil, reader: String? = nil, events: [Event] = []) {
        self.recordedAt = recordedAt
        self.reader = reader
        self.events = events
    }

    /// Whether the recording says how long its exchanges took.
    public var hasTimes: Bool {
        events.contains { event in
            if case .exchange(let exchange) = event { exchange.duration != nil } else { false }
        }
    }

    /// The first answer to reset.
    public var atr: ATR {
        for case .powered(let atr) in events { return atr }
        return ATR([])
    }
}
