/// A time to the second, in the zone in which it was said, as ISO 8601 writes it.
public struct Moment: Hashable, Sendable {
    /// `2026-11-23T09:41:07+07:00`, or `Z` in the place of the zone.
    public let iso: String
    /// The day in that zone.
    public let day: CalendarDay

    /// Reads `2026-11-23T09:41:07+07:00`, with or without parts of a second, which are dropped.
    ///
    /// `nil` for anything else, for what no clock shows, and for days that `CalendarDay` does not read.
    public init?(iso text: String) {
        guard let whole = Self.withoutFraction(Array(text.utf8)), Self.hasShape(whole) else { return nil }
        func number(_ place: Int) -> Int { ASCII.number(whole[place..<(place + 2)]) ?? 0 }
        guard let day = CalendarDay(iso: whole[..<10]), number(11) < 24, number(14) < 60, number(17) < 60,
            whole.count == 20 || (number(20) <= 14 && number(23) < 60)
        else { return nil }
        self.iso = String(decoding: whole, as: UTF8.self)
        self.day = day
    }

    /// What a clock on a wall says, so many minutes east of UTC.
    package init(_ day: CalendarDay, hour: Int, minute: Int, second: Int, minutesEast: Int) {
        let zone = [abs(minutesEast) / 60, abs(minutesEast) % 60].map { $0.padded(to: 2) }.joined(separator: ":")
        iso = day.iso + "T" + Self.clock(hour, minute, second) + (minutesEast < 0 ? "-" : "+") + zone
        self.day = day
    }

    /// A count of seconds since 1970-01-01T00:00:00Z, in UTC; `nil` outside the years 1970 to 9999.
    package init?(secondsSince1970 seconds: Int) {
        guard (0...253_402_300_799).contains(seconds) else { return nil }
        day = CalendarDay(number: seconds / 86_400 + Self.firstDay)
        iso = day.iso + "T" + Self.clock(seconds / 3600 % 24, seconds / 60 % 60, seconds % 60) + "Z"
    }

    /// Seconds since 1970-01-01T00:00:00Z, which are fewer than none before that.
    package var secondsSince1970: Int {
        let text = Array(iso.utf8)
        func number(_ place: Int) -> Int { ASCII.number(text[place..<(place + 2)]) ?? 0 }
        let east = text.count > 20 ? (number(20) * 60 + number(23)) * (text[19] == UInt8(ascii: "-") ? -60 : 60) : 0
        return (day.number - Self.firstDay) * 86_400 + number(11) * 3600 + number(14) * 60 + number(17) - east
    }

    /// `09:41:07`
    package var clock: Substring { iso.dropFirst(11).prefix(8) }

    /// `+07:00`, or `Z`.
    package var zone: Substring { iso.dropFirst(19) }

    /// Whether a text is written like a time to the second with its offset from UTC, whatever its numbers.
    package static func hasShape(_ text: some Sequence<UInt8>) -> Bool {
        let shape = text.map { ASCII.isDigit($0) ? UInt8(ascii: "0") : $0 }
        return ["0000-00-00T00:00:00Z", "0000-00-00T00:00:00+00:00", "0000-00-00T00:00:00-00:00"]
            .contains { $0.utf8.elementsEqual(shape) }
    }

    /// 1970-01-01.
    private static let firstDay = 719_468

    private static func clock(_ hour: Int, _ minute: Int, _ second: Int) -> String {
        [hour, minute, second].map { $0.padded(to: 2) }.joined(separator: ":")
    }

    /// A time without its one to nine digits after the seconds' point; `nil` for other parts of a second.
    private static func withoutFraction(_ text: [UInt8]) -> [UInt8]? {
        guard text.count > 20, text[19] == UInt8(ascii: ".") else { return text }
        let count = text[20...].prefix(while: ASCII.isDigit).count
        return (1...9).contains(count) ? Array(text[..<19] + text[(20 + count)...]) : nil
    }
}
