import ArgumentParser
import CardFormats
import CardRecord
import CardSources
import CardTrace
import PCSC
import Pseudonyms
import ThaiIDCard
import VirtualCard

/// Where the card is: in a reader, in a file, or nowhere.
struct CardSource: ParsableArguments {
    @Option(
        help: ArgumentHelp("Which reader: part of its name, or its number in ‘thaiid readers’.", valueName: "reader"))
    var reader: String?

    @Option(
        defaultAsFlag: WaitLimit.forever,
        help: ArgumentHelp("Wait for a card, at most so many seconds if given.", valueName: "seconds"))
    var wait: WaitLimit?

    // Not as a group: each costs every read of a card some 4 % of its start.
    @Option(help: TimeoutOption.help)
    var timeout: Int?

    @Option(
        help: ArgumentHelp(
            "Read a recording instead of a card, in any format that ‘trace convert’ reads.", valueName: "file"))
    var replay: String?

    @Flag(help: "Read the built-in card of an invented person.")
    var sample = false

    @Option(
        help: ArgumentHelp("Read a virtual card, made of a record (JSON) or a recording.", valueName: "file"))
    var card: String?

    func validate() throws {
        try TimeoutOption.check(timeout)
        if case .unreadable(let text) = wait {
            throw ValidationError("--wait takes 0 to 86400 seconds, not ‘\(text)’.")
        }
        guard
            [replay, card].count(where: { $0 != nil }) + [sample, reader != nil || wait != nil].count(where: { $0 })
                <= 1
        else {
            throw ValidationError("--reader and --wait, --replay, --card, and --sample exclude one another.")
        }
    }

    /// Reads the card, wherever it is. What was lost of a replayed file is told, where a language is
    /// named.
    func read(
        _ request: ReadRequest, telling language: Language?, progress: @escaping @Sendable (ReadProgress) -> Void
    ) throws -> ReadAttempt {
        if let replay {
            let trace = try CardFile.trace(replay, telling: language)
            return ReadAttempt(request, replaying: trace, on: Self.recorded(trace), progress: progress)
        }
        if let card = try cardWithoutReader(telling: language) {
            return ReadAttempt(request, on: card, progress: progress)
        }
        let choice = ReaderChoice(asked: reader, wait: wait, timeout: timeout)
        let read = ReaderRead(request: request)
        return try Blocking.run { try await read.run(in: try await choice.find(), progress: progress) }
    }

    /// Speaks to the card, wherever it is, and resets it afterwards. What was lost of a replayed file
    /// is told, where a language is named.
    func withCard<Value: Sendable>(
        telling language: Language?, _ body: @escaping @Sendable (OpenCard) -> Value
    ) throws -> Value {
        if let card = try cardWithoutReader(telling: language) { return body(card) }
        let choice = ReaderChoice(asked: reader, wait: wait, timeout: timeout)
        return try Blocking.run {
            try await ReaderSession(slot: try await choice.find(), disposition: .reset).run(body)
        }
    }

    /// The card where no reader holds it; `nil` where one does.
    private func cardWithoutReader(telling language: Language?) throws(ToolError) -> OpenCard? {
        if let replay { return Self.recorded(try CardFile.trace(replay, telling: language)) }
        if let card { return Self.virtual(try CardFile.virtualCard(card, style: .getResponse, telling: language)) }
        return sample ? Self.virtual(VirtualCard(try SampleCard.image())) : nil
    }

    private static func recorded(_ trace: Trace) -> OpenCard {
        let channel = ReplayChannel(trace)
        return OpenCard(
            channel: channel, source: .replay, time: trace.recordedAt ?? LocalTime.now, reader: trace.reader,
            recordedTime: { trace.hasTimes ? channel.elapsed : nil })
    }

    private static func virtual(_ card: VirtualCard) -> OpenCard {
        OpenCard(channel: card, source: .virtual, time: LocalTime.now)
    }
}
