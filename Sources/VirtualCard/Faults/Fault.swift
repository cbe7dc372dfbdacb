internal import SmartCard

/// A way in which a virtual card misbehaves: seen of real cards and stacks, or what a hostile card
/// would do.
///
/// A fault stands between reader and card. It hands a command on or does not, and may change the
/// answer. Where a card has several, the first stands nearest the reader: what it does not hand on,
/// those behind it never get to see.
public struct Fault: Sendable, CustomStringConvertible {
    /// What the fault does with one command.
    typealias Step = (Turn) throws(ChannelError) -> ResponseAPDU

    /// A few words for it.
    public let description: String
    /// The exchange at which it happens, counting from 1 since the card was put in, GET RESPONSE
    /// included; `nil` where it is there all the time.
    public let exchange: Int?
    /// Begins anew whenever the card is powered: what the step remembers it forgets without power.
    ///
    /// It throws where the card does not come to power at all.
    let power: @Sendable () throws(ChannelError) -> Step

    /// Makes a fault that remembers something from one command to the next.
    init(_ description: String, power: @escaping @Sendable () throws(ChannelError) -> Step) {
        self.description = description
        self.power = power
        exchange = nil
    }

    /// Makes a fault that treats every command alike.
    init(_ description: String, step: @escaping @Sendable (Turn) throws(ChannelError) -> ResponseAPDU) {
        self.init(description, power: { () throws(ChannelError) in step })
    }

    /// Makes a fault that happens at one exchange.
    init(
        _ description: String, at exchange: Int,
        step: @escaping @Sendable (Turn) throws(ChannelError) -> ResponseAPDU
    ) {
        self.description = "\(description) at \(exchange)"
        self.exchange = exchange
        power = { () throws(ChannelError) in
            { turn throws(ChannelError) in
                turn.number == exchange ? try step(turn) : try turn.passOn()
            }
        }
    }
}

extension Fault {
    /// One command on its way to the card.
    struct Turn {
        /// Which exchange this is.
        let number: Int
        /// What the reader sent.
        let command: CommandAPDU
        /// Hands a command on, and gives the answer of what is behind.
        let next: (CommandAPDU) throws(ChannelError) -> ResponseAPDU

        /// Hands the reader's own command on.
        func passOn() throws(ChannelError) -> ResponseAPDU { try next(command) }
    }
}

/// How long a card takes to answer.
public struct Latency: Hashable, Sendable {
    /// For each exchange, however short.
    public var perExchange: Duration
    /// For each byte, sent or received.
    public var perByte: Duration

    /// Makes a latency.
    public init(perExchange: Duration = .zero, perByte: Duration = .zero) {
        self.perExchange = perExchange
        self.perByte = perByte
    }

    /// A card that stays at the rate of its answer to reset: 9,600 baud. A byte on T=0 takes 12 bits'
    /// time, start, parity and guard time included (ISO/IEC 7816-3 §7.2).
    public static let slow = Latency(perByte: .microseconds(1_250))

    /// A card at the rate that `TA1 = 96` offers, 16 clock cycles a bit, at the same 3.57 MHz.
    public static let fast = Latency(perByte: .microseconds(54))

    /// The time of one exchange, the status word's two bytes included.
    func duration(of command: CommandAPDU, _ answer: ResponseAPDU) -> Duration {
        perExchange + perByte * (command.bytes.count + answer.bytes.count)
    }
}
