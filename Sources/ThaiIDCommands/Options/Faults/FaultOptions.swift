import ArgumentParser
import SmartCard
import VirtualCard

/// How the virtual card misbehaves: one option a fault.
///
/// Of several, the one that stands first in `faults` stands nearest the reader, whatever their order
/// on the command line.
struct FaultOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Take so long for each answer.", valueName: "time"))
    var latency: TimeSpan?

    @Option(help: ArgumentHelp("Take so long for each byte: slow (9,600 baud), fast, or a time.", valueName: "time"))
    var latencyPerByte: ByteTime?

    @Flag(help: "Do not answer to power, as a card that is upside down.")
    var mute = false

    @Option(help: ArgumentHelp("Pull the card before it answers exchange n.", valueName: "n"))
    var removeBefore: ExchangeNumber?

    @Option(help: ArgumentHelp("Lose exchange n to a reset by another program.", valueName: "n"))
    var resetAt: ExchangeNumber?

    @Option(help: ArgumentHelp("Answer exchange n with a status word, as in 5=6A82.", valueName: "n=SW"))
    var answer: [AnswerAtExchange] = []

    @Option(help: ArgumentHelp("Answer exchange n with noise, as in 5, or in 5=1 for one byte.", valueName: "n"))
    var garbageAt: NoiseAtExchange?

    @Option(help: ArgumentHelp("Leave out the last byte of answer n.", valueName: "n"))
    var shortAt: ExchangeNumber?

    @Option(help: ArgumentHelp("Add a byte to answer n.", valueName: "n"))
    var longAt: ExchangeNumber?

    @Flag(name: .customLong("endless-61"), help: "Say after every command that more bytes wait (61FF).")
    var endless61 = false

    @Flag(name: .customLong("endless-6c"), help: "Want every command again with another length (6Cxx).")
    var endless6C = false

    @Option(
        name: .customLong("get-response-p2"),
        help: ArgumentHelp("Take GET RESPONSE with this P2 only: 00 or 01.", valueName: "hex"))
    var getResponseP2: HexByte?

    @Option(help: ArgumentHelp("Refuse READs of more bytes than this (6700).", valueName: "bytes"))
    var longestRead: Int?

    @Flag(help: "Keep what SELECT left unfetched, and answer the next command with it.")
    var keepPending = false

    @Flag(help: "Want READ again with its exact length (6Cxx).")
    var exactLength = false

    @Flag(help: "Hand data over at once, as on a stack that sends GET RESPONSE by itself.")
    var atOnce = false

    @Flag(help: "Have what happens at exchange n happen after every insertion.")
    var again = false

    func validate() throws {
        if let longestRead, !(0...255).contains(longestRead) {
            throw ValidationError(
                thai: "--longest-read รับ 0 ถึง 255 ไบต์", english: "--longest-read takes 0 to 255 bytes.")
        }
    }

    /// The faults that were asked for, the one nearest the reader first.
    var faults: [Fault] { timing + power + answers + endless + rules }

    private var timing: [Fault] {
        guard latency != nil || latencyPerByte != nil else { return [] }
        return [
            .latency(Latency(perExchange: latency?.duration ?? .zero, perByte: latencyPerByte?.duration ?? .zero))
        ]
    }

    private var power: [Fault] {
        (mute ? [.mute] : []) + (removeBefore.map { [.removal(before: $0.value)] } ?? [])
            + (resetAt.map { [.reset(at: $0.value)] } ?? [])
    }

    private var answers: [Fault] {
        var faults = answer.map { Fault.status($0.status, at: $0.exchange.value) }
        if let garbageAt {
            faults.append(
                garbageAt.count.map { .garbage(at: garbageAt.exchange.value, count: $0) }
                    ?? .garbage(at: garbageAt.exchange.value))
        }
        if let shortAt { faults.append(.shortAnswer(at: shortAt.value)) }
        if let longAt { faults.append(.longAnswer(at: longAt.value)) }
        return faults
    }

    private var endless: [Fault] { (endless61 ? [.endlessWaiting] : []) + (endless6C ? [.endlessLengths] : []) }

    private var rules: [Fault] {
        var faults: [Fault] = []
        if let getResponseP2 { faults.append(.getResponse(p2: getResponseP2.value)) }
        if let longestRead { faults.append(.longestRead(longestRead)) }
        if keepPending { faults.append(.keepsPending) }
        if exactLength { faults.append(.exactLengthOnRead) }
        return faults
    }
}
