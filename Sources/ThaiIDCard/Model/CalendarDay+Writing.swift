extension CalendarDay {
    /// The day at the start of what a record of any program has for a time; whether it exists is not asked.
    package init?(startOf time: String) {
        let parts = time.prefix(10).split(separator: "-").map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads the ASCII of `1990-04-15`.
    ///
    /// `nil` for anything else, for a day that no calendar has, and for years that the Gregorian or the Buddhist
    /// calendar does not write in four digits.
    package init?(iso text: some Collection<UInt8>) {
        let text = Array(text)
        let dash = UInt8(ascii: "-")
        guard text.count == 10, text[4] == dash, text[7] == dash, let year = ASCII.number(text[..<4]),
            let month = ASCII.number(text[5..<7]), let day = ASCII.number(text[8...])
        else { return nil }
        self.init(year: year, month: month, day: day)
        guard PartialDate(raw: cardDigits).precision == .day else { return nil }
    }

    /// `1990-04-15`
    package var iso: String { [year.padded(to: 4), month.padded(to: 2), day.padded(to: 2)].joined(separator: "-") }

    /// The day as the card states it, Buddhist year first.
    package var cardDigits: String { "\(year + 543)" + month.padded(to: 2) + day.padded(to: 2) }
}
