internal import CardTrace
internal import SmartCard
internal import ThaiIDCard

/// Writes a recording anew with other cards' bytes in it.
struct TraceRewriting {
    /// Whose bytes the original's are.
    let cards: RecordedCards
    /// What takes the place of each card.
    let disguised: [CardImage]
    /// Bytes of which nobody knows what they say: zeros have taken their place.
    private(set) var unknown: [UnknownBytes] = []

    init(cards: RecordedCards, disguised: [CardImage]) {
        self.cards = cards
        self.disguised = disguised
    }

    /// The recording, without the time at which it was made and with no reader's own name.
    mutating func rewrite(_ original: Trace) -> Trace {
        var trace = original
        trace.recordedAt = nil
        trace.reader = original.reader == nil ? nil : Pseudonymiser.readerName
        var number = 0
        for (index, event) in original.events.enumerated() {
            switch event {
            case .powered(let atr):
                trace.events[index] = .powered(rewrite(atr))
            case .exchange(var exchange):
                number += 1
                let pieces = cards.events[index]
                exchange.command = rewrite(exchange.command, pieces.command, in: .command(number))
                if case .answer(let bytes) = exchange.outcome {
                    exchange.outcome = .answer(rewrite(bytes, pieces.answer, in: .answer(number)))
                }
                trace.events[index] = .exchange(exchange)
            }
        }
        return trace
    }

    /// An answer to reset says of what make a card is. Historical bytes other than `TH NID` and a number
    /// might say more.
    private mutating func rewrite(_ atr: ATR) -> ATR {
        let historical = atr.historicalBytes
        let isUsual = atr.looksLikeThaiID && historical.dropFirst(7).allSatisfy { TextByte($0) == .digit }
        guard !isUsual, !OutsideFields.isFilling(historical[...]) else { return atr }
        unknown.append(UnknownBytes(place: .answerToReset, count: historical.count))
        let zeros = [UInt8](repeating: 0, count: historical.count)
        let starts = (0...(atr.bytes.count - zeros.count)).reversed()
        var bytes = atr.bytes
        if let start = starts.first(where: { bytes[$0...].starts(with: historical) }) {
            bytes.replaceSubrange(start..<(start + zeros.count), with: zeros)
        }
        return ATR(bytes)
    }

    private mutating func rewrite(
        _ original: [UInt8], _ pieces: [RecordedCards.Piece], in place: UnknownBytes.Place
    ) -> [UInt8] {
        var bytes = original
        var count = 0
        for piece in pieces {
            let data = original[piece.range]
            switch piece.source {
            case .applet(let card, let applet, let offset):
                let (own, unknown) = stretch(data, applet, offset, card)
                bytes.replaceSubrange(piece.range, with: own)
                count += unknown
            case .fileControl(let application) where OutsideFields.isUsual(data, fileControlOf: application): break
            case .fileControl, .unknown:
                guard !OutsideFields.isFilling(data) else { break }
                bytes.replaceSubrange(piece.range, with: [UInt8](repeating: 0, count: data.count))
                count += data.count
            }
        }
        if count > 0 { unknown.append(UnknownBytes(place: place, count: count)) }
        return bytes
    }

    /// What stands in for bytes of an applet, and how many of them nobody knows.
    private func stretch(
        _ data: ArraySlice<UInt8>, _ applet: Applet, _ offset: Int, _ card: Int
    ) -> (bytes: [UInt8], unknown: Int) {
        var bytes = Array(data)
        var unknown: [Int] = []
        let own = disguised[card][applet]
        for place in bytes.indices {
            if let byte = own[(offset + place)..<(offset + place + 1)]?.first {
                bytes[place] = byte
                continue
            }
            switch OutsideFields.fate(of: offset + place, in: applet, of: cards.images[card]) {
            case .kept: break
            case .cleared: bytes[place] = 0
            case .unknown: unknown.append(place)
            }
        }
        guard !OutsideFields.isFilling(unknown.map { bytes[$0] }[...]) else { return (bytes, 0) }
        for place in unknown { bytes[place] = 0 }
        return (bytes, unknown.count)
    }
}
