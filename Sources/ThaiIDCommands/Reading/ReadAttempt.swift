import CardExport
import CardTrace
import SmartCard
import ThaiIDCard

/// One try at reading a card, and the recording of it.
struct ReadAttempt: Sendable {
    private let result: Result<CardReading, CardError>
    private let trace: Trace

    /// Reads, and keeps whatever comes of it.
    init(
        _ request: ReadRequest, over channel: any CardChannel, at time: String, reader: String?,
        progress: @escaping (ReadProgress) -> Void = { _ in }
    ) {
        let recorder = RecordingChannel(channel, recordedAt: time, reader: reader)
        do throws(CardError) {
            result = .success(try CardReader.read(request, over: recorder, progress: progress))
        } catch {
            result = .failure(error)
        }
        trace = recorder.trace
    }

    /// What came of it, once the recording is safe: that of a read that failed tells most.
    ///
    /// - Parameter duration: how long the card took, where that is not how long this took.
    func outcome(
        _ source: Record.Read.Source, _ recording: OutputFile?, took duration: Duration? = nil
    ) throws(ToolError) -> ReadOutcome {
        try recording?.write(Array(trace.text.utf8))
        switch result {
        case .failure(let error):
            throw ToolError(error)
        case .success(let reading):
            let read = Record.Read(
                at: trace.recordedAt ?? LocalTime.now, source: source, reader: trace.reader,
                atr: trace.atr.description, exchanges: reading.exchanges,
                milliseconds: (duration ?? reading.duration).milliseconds)
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
