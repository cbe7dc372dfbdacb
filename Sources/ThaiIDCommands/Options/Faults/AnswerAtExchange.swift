import ArgumentParser
import SmartCard

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
