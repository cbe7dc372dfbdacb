internal import SmartCard
internal import ThaiIDCard

/// Puts a recording together from what a foreign file tells, within limits.
struct TraceBuilder {
    /// The most exchanges and resets that are taken from one file: a read of everything on a card
    /// takes some sixty.
    static let mostEvents = 100_000
    /// How long a command, an answer and an answer to reset may be, as in our own format.
    static let commandLengths = 4...261
    static let answerLengths = 2...65_538
    static let resetLengths = 2...33
    /// An hour: what our own format takes for the longest time.
    static let longestTime = Duration.seconds(3600)

    /// The longest name of a reader, twice what PC/SC allows.
    static let longestName = 256

    private var trace = Trace()
    private var losses: [TraceLoss] = []
    private var isPowered = false
    private var lacksATR = false

    /// When the recording was made, in ISO 8601.
    var recordedAt: String? {
        get { trace.recordedAt }
        set { trace.recordedAt = newValue }
    }

    /// Whether the reader has a name.
    var hasReader: Bool { trace.reader != nil }

    /// Whether nothing has happened yet.
    var isEmpty: Bool { trace.events.isEmpty }

    /// Notes a loss, once.
    mutating func lose(_ loss: TraceLoss) {
        if !losses.contains(loss) { losses.append(loss) }
    }

    /// Names the reader. A recording is of one reader: with a second one, exchanges of different
    /// cards would be taken for those of one.
    mutating func name(_ reader: ArraySlice<UInt8>, _ line: TraceLine) throws(TraceSyntaxError) {
        guard reader.count <= Self.longestName else {
            throw line.fault("at most \(Self.longestName) bytes of a reader's name")
        }
        let name = reader.string
        let clean = SafeText.line(name)
        if clean != name { lose(.unsafeCharacters) }
        guard trace.reader == nil || trace.reader == clean else {
            throw line.fault("exchanges of one reader, as so far")
        }
        trace.reader = clean
    }

    /// The card was powered, and answered this, or the file does not say what.
    mutating func power(_ atr: [UInt8]?, _ line: TraceLine) throws(TraceSyntaxError) {
        isPowered = true
        lacksATR = lacksATR || atr == nil
        try append(.powered(ATR(atr ?? Self.unstatedATR)), line)
    }

    /// The file tells an answer to reset later than it was needed.
    mutating func learn(_ atr: [UInt8]) {
        guard lacksATR else { return }
        lacksATR = false
        for index in trace.events.indices where trace.events[index] == .powered(ATR(Self.unstatedATR)) {
            trace.events[index] = .powered(ATR(atr))
        }
    }

    /// Adds an exchange; times beyond an hour are dropped.
    mutating func add(
        _ command: [UInt8], _ outcome: Trace.Outcome, duration: Duration? = nil, _ line: TraceLine
    ) throws(TraceSyntaxError) {
        if !isPowered { try power(nil, line) }
        var exchange = Trace.Exchange(command, outcome, duration: duration)
        if exchange.hasUnsoundTime {
            exchange.duration = nil
            lose(.times)
        }
        try append(.exchange(exchange), line)
    }

    /// The recording, where there is anything to record.
    func finish(_ lines: TraceLines) throws(TraceSyntaxError) -> TraceReading {
        guard !trace.events.isEmpty else { throw lines.missing(Self.anything) }
        return reading
    }

    /// The recording, where there is anything to record; the file ends here.
    func finish(after end: TraceLine) throws(TraceSyntaxError) -> TraceReading {
        guard !trace.events.isEmpty else { throw end.fault(Self.anything) }
        return reading
    }

    private static let anything = "a command and its answer"

    private var reading: TraceReading {
        TraceReading(trace, losses: lacksATR ? losses + [.answerToReset] : losses)
    }

    private mutating func append(_ event: Trace.Event, _ line: TraceLine) throws(TraceSyntaxError) {
        guard trace.events.count < Self.mostEvents else {
            throw line.fault("at most \(Self.mostEvents) commands and resets")
        }
        trace.events.append(event)
    }

    /// TS and an empty T0: no card says less (ISO/IEC 7816-3 §8.2).
    private static let unstatedATR: [UInt8] = [0x3B, 0x00]
}
