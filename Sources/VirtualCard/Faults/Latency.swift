internal import SmartCard

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
