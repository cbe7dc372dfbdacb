import ArgumentParser

/// A length of time as people write it: `2h`, `10m`, `5s`, `500ms`, `1.25ms`, `50us`; at most a day.
struct TimeSpan: Hashable, ExpressibleByArgument {
    let duration: Duration

    init(duration: Duration) { self.duration = duration }

    init?(argument: String) {
        let number = argument.prefix { ("0"..."9").contains($0) || $0 == "." }
        guard let unit = Self.units[String(argument[number.endIndex...])], let count = Double(number),
            (0...86_400).contains(unit * count)
        else { return nil }
        duration = .seconds(unit * count)
    }

    /// In seconds.
    private static let units = ["us": 0.000_001, "ms": 0.001, "s": 1, "m": 60, "h": 3_600]
}
