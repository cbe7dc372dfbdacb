import ArgumentParser
import CardExport
import CardTrace
import PCSC
import SmartCard
import ThaiIDCard
import VirtualCard

/// Where the card is: in a reader, in a recording, or nowhere.
struct CardSource: ParsableArguments {
    @Option(
        help: ArgumentHelp("Which reader: part of its name, or its number in `thaiid readers`.", valueName: "reader"))
    var reader: String?

    @Option(
        defaultAsFlag: WaitLimit.forever,
        help: ArgumentHelp("Wait for a card, at most so many seconds if given.", valueName: "seconds"))
    var wait: WaitLimit?

    @Option(help: ArgumentHelp("Give up when reading takes longer than this.", valueName: "seconds"))
    var timeout: Int?

    @Option(help: ArgumentHelp("Read a recording instead of a card.", valueName: "file"))
    var replay: String?

    @Flag(help: "Read the built-in card of an invented person.")
    var sample = false

    @Option(
        help: ArgumentHelp(
            "Also record what passes between reader and card. The file holds personal data.", valueName: "file"))
    var record: String?

    func validate() throws {
        guard [replay != nil, sample, reader != nil || wait != nil].count(where: { $0 }) <= 1 else {
            throw ValidationError("--reader and --wait, --replay, and --sample exclude one another.")
        }
        if let timeout, !(1...3600).contains(timeout) {
            throw ValidationError("--timeout takes 1 to 3600 seconds.")
        }
    }

    /// A card that was read, and how.
    struct Outcome {
        let reading: CardReading
        let read: Record.Read
    }

    /// Reads the card, wherever it is, and writes the recording where one was asked for, even of a
    /// read that failed.
    func read(
        _ request: ReadRequest, replacing: Bool, progress: @escaping @Sendable (ReadProgress) -> Void
    ) async throws -> Outcome {
        let recording = record.map { OutputFile(path: $0, replaces: replacing) }
        try recording?.check()
        if let replay { return try readReplay(replay, request, recording) }
        if sample { return try readSample(request, recording) }
        return try await ReaderRead(source: self, request: request, recording: recording).run(progress)
    }

    private func readReplay(_ file: String, _ request: ReadRequest, _ recording: OutputFile?) throws -> Outcome {
        let trace = try CardFile.trace(file)
        let channel = ReplayChannel(trace)
        let attempt = Attempt(request, over: channel, at: trace.recordedAt ?? LocalTime.now, reader: trace.reader)
        var outcome = try attempt.outcome(.replay, recording)
        if trace.hasTimes { outcome = Outcome(reading: outcome.reading, read: outcome.read.taking(channel.elapsed)) }
        return outcome
    }

    private func readSample(_ request: ReadRequest, _ recording: OutputFile?) throws -> Outcome {
        let image: CardImage
        do { image = try SampleCard.card.image() } catch { throw ToolError.internal("sample \(error.field)") }
        let attempt = Attempt(request, over: VirtualCard(image), at: LocalTime.now, reader: nil)
        return try attempt.outcome(.virtual, recording)
    }
}

/// One try at reading a card, and the recording of it.
struct Attempt: Sendable {
    let result: Result<CardReading, CardError>
    let trace: Trace

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

    /// What came of it, once the recording is safe.
    func outcome(_ source: Record.Read.Source, _ recording: OutputFile?) throws(ToolError) -> CardSource.Outcome {
        try recording?.write(Array(trace.text.utf8))
        switch result {
        case .failure(let error):
            throw ToolError(error)
        case .success(let reading):
            let read = Record.Read(
                at: trace.recordedAt ?? "", source: source, reader: trace.reader, atr: trace.atr.description,
                exchanges: reading.exchanges, milliseconds: reading.duration.milliseconds)
            return CardSource.Outcome(reading: reading, read: read)
        }
    }
}

extension Record.Read {
    /// The same, having taken so long.
    func taking(_ duration: Duration) -> Record.Read {
        var copy = self
        copy.milliseconds = duration.milliseconds
        return copy
    }
}

extension Trace {
    /// Whether the recording says how long its exchanges took.
    var hasTimes: Bool {
        events.contains { event in
            if case .exchange(let exchange) = event { exchange.duration != nil } else { false }
        }
    }
}

extension Duration {
    /// Whole milliseconds.
    var milliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
