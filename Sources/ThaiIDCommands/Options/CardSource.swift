import ArgumentParser
import CardFormats
import CardRecord
import CardSources
import CardTrace
import Host
import Pseudonyms
import ThaiIDCard
import VirtualCard

/// Where the card is: in a reader, in a file, or nowhere.
struct CardSource: ParsableArguments {
    @Option(
        help: ArgumentHelp("Which reader: part of its name, or its number in ‘thaiid readers’.", valueName: "reader"),
        completion: .readers)
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
            "Read a recording instead of a card, in any format that ‘trace convert’ reads.", valueName: "file"),
        completion: .file())
    var replay: String?

    @Flag(help: "Read the built-in card of an invented person.")
    var sample = false

    @Option(
        help: ArgumentHelp("Read a virtual card, made of a record (JSON) or a recording.", valueName: "file"),
        completion: .file())
    var card: String?

    func validate() throws {
        try TimeoutOption.check(timeout)
        if case .unreadable(let text) = wait {
            throw ValidationError(
                thai: "--wait รับ 0 ถึง 86400 วินาที ไม่ใช่ ‘\(text)’",
                english: "--wait takes 0 to 86400 seconds, not ‘\(text)’.")
        }
        guard
            [replay, card].count(where: { $0 != nil }) + [sample, reader != nil || wait != nil].count(where: { $0 })
                <= 1
        else {
            throw ValidationError(
                thai: "ใช้ได้เพียงอย่างเดียว: --reader กับ --wait, --replay, --card หรือ --sample",
                english: "--reader and --wait, --replay, --card, and --sample exclude one another.")
        }
    }

    /// Reads the card, wherever it is. What was lost of a replayed file is told, where a language is
    /// named.
    func read(
        _ request: ReadRequest, telling language: Language?, progress: @escaping @Sendable (ReadProgress) -> Void
    ) throws -> ReadAttempt {
        if let card = try cardWithoutReader(telling: language) {
            return ReadAttempt(request, on: card, progress: progress)
        }
        let place = CardPlace.reader(choice)
        return try Blocking.run { try await Cards.here.attempt(request, from: place, progress: progress) }
    }

    /// Speaks to the card, wherever it is, and resets it afterwards. What was lost of a replayed file
    /// is told, where a language is named.
    func withCard<Value: Sendable>(
        telling language: Language?, _ body: @escaping @Sendable (OpenCard) -> Value
    ) throws -> Value {
        if let card = try cardWithoutReader(telling: language) { return body(card) }
        let choice = choice
        return try Blocking.run { try await Cards.here.withCard(in: choice, body) }
    }

    private var choice: ReaderChoice {
        ReaderChoice(reader, waiting: wait?.wait ?? .never, within: timeout.map { .seconds($0) })
    }

    /// The card where no reader holds it, which is read without waiting; `nil` where one does.
    private func cardWithoutReader(telling language: Language?) throws(ToolError) -> OpenCard? {
        if let replay { return Cards.here.open(try CardFile.trace(replay, telling: language)) }
        if let card { return Cards.here.open(try CardFile.virtualCard(card, style: .getResponse, telling: language)) }
        return sample ? Cards.here.open(VirtualCard(try SampleCard.image())) : nil
    }
}

extension Cards {
    /// Those of this machine, by its clock.
    static var here: Cards { Cards(timestamp: WallClock.system.text) }
}

extension SampleCard {
    /// The sample's bytes.
    static func image() throws(ToolError) -> CardImage {
        do throws(EncodingError) { return try card.image() } catch { throw .internal("sample \(error.field)") }
    }
}
