import ArgumentParser

/// The number of an exchange since the card was put in, from 1.
struct ExchangeNumber: Hashable, ExpressibleByArgument {
    let value: Int

    init?(argument: String) {
        guard let value = Int(argument), (1...1_000_000).contains(value) else { return nil }
        self.value = value
    }
}
