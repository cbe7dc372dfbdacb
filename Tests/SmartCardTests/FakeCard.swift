import SmartCard

/// A card that answers as a closure says, and remembers what it was asked.
final class FakeCard: CardChannel {
    let atr = ATR([0x3B, 0x00])
    private(set) var commands: [CommandAPDU] = []
    private(set) var resets = 0
    private let answer: (CommandAPDU, _ step: Int) throws(ChannelError) -> ResponseAPDU

    /// - Parameter answer: gets the command and how many came before it.
    init(_ answer: @escaping (CommandAPDU, _ step: Int) throws(ChannelError) -> ResponseAPDU) {
        self.answer = answer
    }

    /// Gives these answers in turn, then `6F00`.
    convenience init(_ answers: [ResponseAPDU]) {
        self.init { _, step in
            answers.indices.contains(step) ? answers[step] : ResponseAPDU(status: StatusWord(0x6F, 0x00))
        }
    }

    func transmit(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
        commands.append(command)
        return try answer(command, commands.count - 1)
    }

    func reset() throws(ChannelError) { resets += 1 }
}
