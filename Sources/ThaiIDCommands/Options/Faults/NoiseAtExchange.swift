import ArgumentParser

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
