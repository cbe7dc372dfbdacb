import CardFormats
import CardRecord
import CardTrace
import SmartCard
import ThaiIDCard

/// One try at reading a card, and the recording of it.
struct ReadAttempt: Sendable {
    /// What passed between reader and card, of a read that failed as well.
    let trace: Trace
    private let result: Result<CardReading, CardError>
    private let source: Record.Read.Source
    private let recordedTime: Duration?

    /// Reads, and keeps whatever comes of it.
    init(_ request: ReadRequest, on card: OpenCard, progress: @escaping (ReadProgress) -> Void = { _ in }) {
        let recorder = RecordingChannel(card.channel, recordedAt: card.time, reader: card.reader)
        do throws(CardError) {
            result = .success(try CardReader.read(request, over: recorder, progress: progress))
        } catch {
            result = .failure(error)
        }
        trace = recorder.trace
        source = card.source
        recordedTime = card.recordedTime()
    }

    /// Reads a recording as if it were a card; where it lacks bytes, because another program made it, it
    /// is read for what it holds.
    init(
        _ request: ReadRequest, replaying original: Trace, on card: OpenCard,
        progress: @escaping (ReadProgress) -> Void
    ) {
        let attempt = ReadAttempt(request, on: card, progress: progress)
        guard case .failure(.channel(.notRecorded)) = attempt.result else {
            self = attempt
            return
        }
        source = attempt.source
        recordedTime = nil
        do throws(CardError) {
            let reading = try CardReading(of: original, request)
            result = reading.map { .success($0) } ?? attempt.result
            trace = reading == nil ? attempt.trace : original
        } catch {
            (result, trace) = (.failure(error), attempt.trace)
        }
    }

    /// What came of it.
    func outcome() throws(ReaderFailure) -> ReadOutcome {
        switch result {
        case .failure(let error):
            throw ReaderFailure(error: ToolError(error), reader: source == .reader ? trace.reader : nil)
        case .success(let reading):
            let read = Record.Read(
                at: trace.recordedAt ?? LocalTime.now, source: source, reader: trace.reader,
                atr: trace.atr.description, exchanges: reading.exchanges,
                milliseconds: (recordedTime ?? reading.duration).milliseconds)
            return ReadOutcome(reading: reading, read: read)
        }
    }
}

/// A card that was read, and how.
struct ReadOutcome: Sendable {
    let reading: CardReading
    let read: Record.Read
}

extension Duration {
    /// Whole milliseconds.
    var milliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
