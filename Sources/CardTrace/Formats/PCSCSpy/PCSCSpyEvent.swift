internal import SmartCard

/// What one call of a program to PC/SC tells of a card.
enum PCSCSpyEvent {
    /// A handle now stands for the card in this reader.
    case connected(reader: ArraySlice<UInt8>, handle: String)
    /// The card behind a handle was reset or its power cut.
    case unpowered(handle: String)
    /// What the card behind a handle answered to reset.
    case atr(handle: String, [UInt8])
    /// What is in a reader.
    case reader(ArraySlice<UInt8>, isEmpty: Bool, atr: [UInt8]?)
    /// A command and what came of it.
    case exchange(handle: String, command: [UInt8], Trace.Outcome, Duration?)
}

/// Makes a recording of a program's calls.
struct PCSCSpyFollower {
    private struct Card {
        var atr: [UInt8]?
        var isPowered = false
    }

    private var builder = TraceBuilder()
    /// Which reader a handle stands for; a log that begins late does not tell.
    private var readers: [String: ArraySlice<UInt8>] = [:]
    /// Every reader that was connected to.
    private var connected: Set<ArraySlice<UInt8>> = []
    private var cards: [ArraySlice<UInt8>: Card] = [:]

    init() { builder.lose(.otherLines) }

    /// What `pcsc-spy --diffable` prints in the place of a handle.
    private static let noHandle = "0x????"

    var recordedAt: String? {
        get { builder.recordedAt }
        set { builder.recordedAt = newValue }
    }

    mutating func take(_ event: PCSCSpyEvent, _ line: TraceLine) throws(TraceSyntaxError) {
        switch event {
        case .connected(let reader, let handle):
            readers[handle] = reader
            connected.insert(reader)
            readers[Self.noHandle] = connected.count == 1 ? reader : nil
        case .unpowered(let handle):
            cards[readers[handle] ?? []]?.isPowered = false
        case .atr(let handle, let atr):
            learn(atr, of: readers[handle] ?? [])
        case .reader(let reader, let isEmpty, let atr):
            if isEmpty { cards[reader] = nil }
            if let atr { learn(atr, of: reader) }
        case .exchange(let handle, let command, let outcome, let duration):
            let reader = readers[handle] ?? []
            if !reader.isEmpty {
                try builder.name(reader, line)
            } else if handle == Self.noHandle, builder.hasReader {
                throw line.fault("one reader, where handles are left out (--diffable)")
            }
            var card = cards[reader] ?? Card()
            if !card.isPowered { try builder.power(card.atr, line) }
            card.isPowered = true
            try builder.add(command, outcome, duration: duration, line)
            cards[reader] = outcome == .failure(.cardRemoved) ? nil : card
        }
    }

    func finish(_ lines: TraceLines) throws(TraceSyntaxError) -> TraceReading { try builder.finish(lines) }

    /// Another answer to reset than before is another card's.
    private mutating func learn(_ atr: [UInt8], of reader: ArraySlice<UInt8>) {
        var card = cards[reader] ?? Card()
        if card.isPowered, card.atr == nil { builder.learn(atr) }
        if card.atr != nil, card.atr != atr { card.isPowered = false }
        card.atr = atr
        cards[reader] = card
    }
}
