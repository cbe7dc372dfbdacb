public import CardRecord
public import CardTrace
internal import Host
internal import SmartCard
public import ThaiIDCard

/// One try at reading a card, and the recording of it.
public struct ReadAttempt: Sendable {
    /// What passed between reader and card, of a read that failed as well.
    public let trace: Trace
    private let reading: Result<CardReading, CardError>
    private let source: Record.Read.Source
    private let id: ReadID
    private let time: String
    private let recordedTime: Duration?

    /// Reads, and keeps whatever comes of it. A recording that lacks bytes, because another program made it, is read
    /// for what it holds.
    package init(_ request: ReadRequest, on card: OpenCard, progress: @escaping (ReadProgress) -> Void = { _ in }) {
        let recorder = RecordingChannel(card.channel, recordedAt: card.time, reader: card.reader)
        (id, source, time) = (ReadID(milliseconds: WallClock.milliseconds), card.source, card.time)
        do throws(CardError) {
            let reading = try CardReader.read(request, over: recorder, progress: progress)
            (self.reading, trace, recordedTime) = (.success(reading), recorder.trace, card.recording?.time)
        } catch {
            guard case .channel(.notRecorded) = error, let original = card.recording?.trace else {
                (reading, trace, recordedTime) = (.failure(error), recorder.trace, nil)
                return
            }
            recordedTime = nil
            let read = Self.read(request, from: original, orElse: error)
            (reading, trace) = (read.reading, read.isWhole ? original : recorder.trace)
        }
    }

    private static func read(
        _ request: ReadRequest, from recording: Trace, orElse failure: CardError
    ) -> (reading: Result<CardReading, CardError>, isWhole: Bool) {
        do throws(CardError) {
            guard let reading = try CardReading(of: recording, request) else { return (.failure(failure), false) }
            return (.success(reading), true)
        } catch {
            return (.failure(error), false)
        }
    }

    /// The card, or why there is none.
    public func result() throws(CardSourceError) -> ReadCard {
        switch reading {
        case .failure(let error):
            throw CardSourceError(CardSourceError.Cause(error), reader: source == .reader ? trace.reader : nil)
        case .success(let reading):
            let read = Record.Read(
                id: id, at: time, source: source, reader: trace.reader, atr: trace.atr.description,
                exchanges: reading.exchanges,
                milliseconds: (recordedTime ?? reading.duration).milliseconds)
            return ReadCard(reading: reading, read: read)
        }
    }
}

/// A card that was read, and how.
public struct ReadCard: Sendable {
    /// What the read brought, and what it cost.
    public let reading: CardReading
    /// When and where, for a `Record`.
    public let read: Record.Read

    /// What is on the card.
    public var card: IDCard { reading.card }
}

extension Duration {
    /// Whole milliseconds.
    package var milliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
