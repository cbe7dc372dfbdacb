import ArgumentParser
import SmartCard
import VirtualCard

/// A status word for one exchange: `5=6A82`.
struct AnswerAtExchange: Hashable, ExpressibleByArgument {
    let exchange: ExchangeNumber
    let status: StatusWord

    init?(argument: String) {
        let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let exchange = ExchangeNumber(argument: String(parts[0])),
            let bytes = Hex.decode(parts[1]), bytes.count == 2
        else { return nil }
        self.exchange = exchange
        status = StatusWord(bytes[0], bytes[1])
    }
}

/// Noise for one exchange: `5`, or `5=1` for an answer of one byte.
struct NoiseAtExchange: Hashable, ExpressibleByArgument {
    let exchange: ExchangeNumber
    /// Bytes of the answer; `nil` leaves it to the card.
    let count: Int?

    init?(argument: String) {
        let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count <= 2, let exchange = ExchangeNumber(argument: String(parts[0])) else { return nil }
        self.exchange = exchange
        guard parts.count == 2 else {
            count = nil
            return
        }
        guard let count = Int(parts[1]), (0...65_535).contains(count) else { return nil }
        self.count = count
    }
}

/// How long each byte takes: a card's kind, or a length of time.
struct ByteTime: Hashable, ExpressibleByArgument {
    let duration: Duration

    init?(argument: String) {
        switch argument {
        case "slow": duration = Latency.slow.perByte
        case "fast": duration = Latency.fast.perByte
        default:
            guard let span = TimeSpan(argument: argument) else { return nil }
            duration = span.duration
        }
    }
}

/// The number of an exchange since the card was put in, from 1.
struct ExchangeNumber: Hashable, ExpressibleByArgument {
    let value: Int

    init?(argument: String) {
        guard let value = Int(argument), (1...1_000_000).contains(value) else { return nil }
        self.value = value
    }
}

/// A byte in two hex digits.
struct HexByte: Hashable, ExpressibleByArgument {
    let value: UInt8

    init?(argument: String) {
        guard let bytes = Hex.decode(argument), bytes.count == 1 else { return nil }
        value = bytes[0]
    }
}
