import ArgumentParser
import CardExport
import CardTrace
import ThaiIDCard
import VirtualCard

/// Where the card is: in a reader, in a recording, or nowhere.
struct CardSource: ParsableArguments {
    @Option(
        help: ArgumentHelp("Which reader: part of its name, or its number in ‘thaiid readers’.", valueName: "reader"))
    var reader: String?

    @Option(
        defaultAsFlag: WaitLimit.forever,
        help: ArgumentHelp("Wait for a card, at most so many seconds if given.", valueName: "seconds"))
    var wait: WaitLimit?

    @OptionGroup var timeoutOption: TimeoutOption

    @Option(
        help: ArgumentHelp(
            "Read a recording instead of a card, in any format that ‘trace convert’ reads.", valueName: "file"))
    var replay: String?

    @Flag(help: "Read the built-in card of an invented person.")
    var sample = false

    @Option(
        help: ArgumentHelp(
            "Also record what passes between reader and card. The file holds personal data.", valueName: "file"))
    var record: String?

    func validate() throws {
        if case .unreadable(let text) = wait {
            throw ValidationError("--wait takes 0 to 86400 seconds, not ‘\(text)’.")
        }
        guard [replay != nil, sample, reader != nil || wait != nil].count(where: { $0 }) <= 1 else {
            throw ValidationError("--reader and --wait, --replay, and --sample exclude one another.")
        }
    }

    /// Reads the card, wherever it is, and writes the recording where one was asked for. What was lost
    /// of a replayed file is told, where a language is named.
    func read(
        _ request: ReadRequest, replacing: Bool, telling language: Language? = nil,
        progress: @escaping @Sendable (ReadProgress) -> Void
    ) throws -> ReadOutcome {
        let recording = record.map { OutputFile(path: $0, replaces: replacing) }
        try recording?.check()
        if let replay {
            return try Self.read(try CardFile.trace(replay, telling: language), request, recording)
        }
        if sample { return try Self.readSample(request, recording) }
        let choice = ReaderChoice(asked: reader, wait: wait)
        let read = ReaderRead(request: request, timeout: timeoutOption.timeout, recording: recording)
        return try Blocking.run {
            let (reader, isFresh) = try await choice.find()
            return try await read.run(in: reader, isFresh: isFresh, progress: progress)
        }
    }

    private static func read(
        _ trace: Trace, _ request: ReadRequest, _ recording: OutputFile?
    ) throws(ToolError) -> ReadOutcome {
        let channel = ReplayChannel(trace)
        let attempt = ReadAttempt(
            request, over: channel, at: trace.recordedAt ?? LocalTime.now, reader: trace.reader)
        return try attempt.outcome(.replay, recording, took: trace.hasTimes ? channel.elapsed : nil)
    }

    private static func readSample(
        _ request: ReadRequest, _ recording: OutputFile?
    ) throws(ToolError) -> ReadOutcome {
        let image: CardImage
        do throws(EncodingError) {
            image = try SampleCard.card.image()
        } catch {
            throw .internal("sample \(error.field)")
        }
        let attempt = ReadAttempt(request, over: VirtualCard(image), at: LocalTime.now, reader: nil)
        return try attempt.outcome(.virtual, recording)
    }
}
