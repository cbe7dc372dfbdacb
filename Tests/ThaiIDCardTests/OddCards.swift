import SmartCard
import ThaiIDCard

/// Alters what a card answers on its way to the reader.
final class TamperedCard: CardChannel {
    private let card: any CardChannel
    private let alter: (CommandAPDU, ResponseAPDU, _ number: Int) -> ResponseAPDU
    private(set) var commandCount = 0

    /// - Parameter alter: gets the command, its honest answer and its number, from 1.
    init(_ card: any CardChannel, _ alter: @escaping (CommandAPDU, ResponseAPDU, _ number: Int) -> ResponseAPDU) {
        self.card = card
        self.alter = alter
    }

    var atr: ATR { card.atr }

    func transmit(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
        commandCount += 1
        return alter(command, try card.transmit(command), commandCount)
    }

    func reset() throws(ChannelError) { try card.reset() }
}

/// Two cards, of which the second is put in when a command of the first fails with a reset.
final class SwappedCard: CardChannel {
    private var card: any CardChannel
    private let other: any CardChannel
    private let number: Int
    private var commandCount = 0

    init(_ card: any CardChannel, for other: any CardChannel, at number: Int) {
        self.card = card
        self.other = other
        self.number = number
    }

    var atr: ATR { card.atr }

    func transmit(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
        commandCount += 1
        guard commandCount != number else {
            card = other
            throw .cardReset
        }
        return try card.transmit(command)
    }

    func reset() throws(ChannelError) { try card.reset() }
}

/// A reader that hands over, from some READ on, the data of the READ before: the answer that was
/// left waiting comes first, and every later one in the place of the next.
final class LateReader: CardChannel {
    private let card: any CardChannel
    private let first: Int
    private var previous: [UInt8] = []
    private var reads = 0

    /// - Parameters:
    ///   - card: hands data over at once.
    ///   - first: number of the first READ that is answered late, from 1.
    init(_ card: any CardChannel, from first: Int) {
        self.card = card
        self.first = first
    }

    var atr: ATR { card.atr }

    func transmit(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
        let answer = try card.transmit(command)
        defer { previous = answer.data }
        guard ReadCommand(command) != nil else { return answer }
        reads += 1
        return reads < first ? answer : ResponseAPDU(previous, status: answer.status)
    }

    func reset() throws(ChannelError) { try card.reset() }
}
