/// The value of a setting, of which the table has said what it is.
package enum SettingValue: Hashable, Sendable {
    case text(String)
    case flag(Bool)
    case number(Int)
    case duration(SettingDuration)
    case list([String])
}

/// A setting as it was found.
package struct Setting: Hashable, Sendable {
    package let value: SettingValue
    package let origin: SettingOrigin
}

/// Where something was settled.
package enum SettingOrigin: Hashable, Sendable {
    /// An option of the command line, such as `--desk`.
    case option(String)
    /// A variable of the environment.
    case variable(String)
    /// A line of a file, from 1; `nil` for the file as a whole.
    case file(String, line: Int?)
}

/// A span of time as it is written: a whole number of seconds, minutes or hours, of at most a day.
package struct SettingDuration: Hashable, Sendable, CustomStringConvertible {
    private static let units: [(letter: Character, seconds: Int)] = [("s", 1), ("m", 60), ("h", 3_600)]
    private static let longest = 86_400

    package let seconds: Int
    package let description: String

    /// Takes `90s`, `10m` or `8h`; nothing else, and not nothing.
    package init?(_ text: String) {
        let digits = text.dropLast()
        guard let unit = Self.units.first(where: { $0.letter == text.last }), (1...6).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(digits),
            (1...Self.longest).contains(count * unit.seconds)
        else { return nil }
        (seconds, description) = (count * unit.seconds, text)
    }

    package var duration: Duration { .seconds(seconds) }
}
