internal import CardTrace
internal import SmartCard
internal import ThaiIDCard

/// A recording taken apart: the cards that answered, and of each byte whose it is.
///
/// Bytes that contradict earlier ones at the same place begin another card: either one was put in, or
/// an answer was garbled, and both are to be replayed as they were.
struct RecordedCards {
    /// The most cards that are told apart.
    static let most = 16

    /// A stretch of bytes that one exchange carried.
    struct Piece {
        /// Which of the exchange's bytes.
        let range: Range<Int>
        let source: Source
    }

    /// Where a stretch of bytes comes from.
    enum Source {
        /// Bytes of an applet of one of the cards, from an offset on.
        case applet(card: Int, Applet, at: Int)
        /// File control information: what SELECT tells of an application.
        case fileControl(ApplicationID)
        /// Nobody knows.
        case unknown
    }

    /// The cards, in order: every byte that they gave away.
    private(set) var images = [CardImage()]
    /// The stretches of each event's command and answer.
    private(set) var events: [(command: [Piece], answer: [Piece])] = []

    /// Follows a recording; `nil` where it contradicts itself more often than cards can be told apart.
    init?(_ trace: Trace) {
        var conversation = Conversation(keepingBytes: false)
        for event in trace.events {
            let meaning = conversation.take(event)
            guard case .exchange(let exchange) = event else {
                events.append(([], []))
                continue
            }
            let command = Self.unknownBytes(of: exchange.command).map { [Piece(range: $0, source: .unknown)] } ?? []
            guard let answer = pieces(of: exchange, meaning) else { return nil }
            events.append((command, answer))
        }
    }

    /// Attributes an answer's bytes but for its status word.
    private mutating func pieces(of exchange: Trace.Exchange, _ meaning: Conversation.Meaning) -> [Piece]? {
        guard case .answer(let bytes) = exchange.outcome, !bytes.isEmpty else { return [] }
        let data = bytes.count >= 2 ? bytes.dropLast(2) : bytes[...]
        switch meaning {
        case .powered, .unknown:
            return data.isEmpty ? [] : [Piece(range: data.indices, source: .unknown)]
        case .select(let application), .moreOfSelection(let application):
            return data.isEmpty ? [] : [Piece(range: data.indices, source: .fileControl(application))]
        case .bytes(let applet, _, let came), .moreBytes(let applet, _, let came):
            guard keep(data.prefix(came.count), of: applet, at: came.lowerBound) else { return nil }
            let own = Piece(
                range: 0..<came.count, source: .applet(card: images.count - 1, applet, at: came.lowerBound))
            let rest = came.count..<data.count
            return [own] + (rest.isEmpty ? [] : [Piece(range: rest, source: .unknown)])
        }
    }

    /// Adds bytes to the card that answers; `false` where there are too many cards.
    private mutating func keep(_ data: ArraySlice<UInt8>, of applet: Applet, at start: Int) -> Bool {
        let span = start..<(start + data.count)
        let known = images[images.count - 1][applet]
        let isContradicted = known.known.within(span).contains { range in
            let place = data.startIndex + range.lowerBound - start
            return known[range].map { !$0.elementsEqual(data[place..<(place + range.count)]) } ?? false
        }
        if isContradicted {
            guard images.count < Self.most else { return false }
            images.append(CardImage())
        }
        images[images.count - 1][applet].write(data, at: start)
        return true
    }

    /// Which of a command's bytes might say something of the holder: its data, but for those of a SELECT
    /// and a READ; of what is no command, all after the header.
    private static func unknownBytes(of bytes: [UInt8]) -> Range<Int>? {
        guard let command = try? CommandAPDU(bytes: bytes) else { return bytes.count > 4 ? 4..<bytes.count : nil }
        switch (command.instruction, command.data.count) {
        case (_, 0), (0xB0, 2), (0xA4, ...16): return nil
        default: return 5..<(5 + command.data.count)
        }
    }
}
