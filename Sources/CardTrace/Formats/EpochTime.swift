/// A moment as Unix counts it, and as ISO 8601 writes it.
struct EpochTime: Hashable {
    /// Seconds since 1970-01-01T00:00:00Z.
    let seconds: Int

    /// The last second of the year 9999.
    private static let last = 253_402_300_799

    /// Takes a count of seconds within the years 1970 to 9999.
    init?(seconds: Int) {
        guard (0...Self.last).contains(seconds) else { return nil }
        self.seconds = seconds
    }

    /// Reads `2026-11-23T09:41:07+07:00` or the same with `Z`; nothing else.
    init?(_ text: String) {
        guard Self.isWritten(text) else { return nil }
        let text = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int { text[range].decimal ?? 0 }
        var offset = 0
        if text.count > 20 {
            offset = (number(20..<22) * 60 + number(23..<25)) * (text[19] == UInt8(ascii: "-") ? -60 : 60)
        }
        let days = Self.days(number(0..<4), number(5..<7), number(8..<10))
        self.init(
            seconds: days * 86_400 + number(11..<13) * 3600 + number(14..<16) * 60 + number(17..<19) - offset)
    }

    /// Whether a text has the shape of a time with its offset from UTC, whatever its numbers.
    static func isWritten(_ text: String) -> Bool {
        let shape = String(decoding: text.utf8.map { $0.isDigit ? UInt8(ascii: "0") : $0 }, as: UTF8.self)
        return ["Z", "+00:00", "-00:00"].contains { "0000-00-00T00:00:00\($0)" == shape }
    }

    /// The moment in UTC, as in `2026-11-23T02:41:07Z`.
    var text: String {
        let (year, month, day) = Self.date(seconds / 86_400)
        let time = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map(Self.twoDigits).joined(separator: ":")
        return "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))T\(time)Z"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Days since 1970-01-01 in the Gregorian calendar; years count from March, so that a leap day
    /// ends one.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    }

    private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
        var year = days / 365 + 1970
        while Self.days(year, 1, 1) > days { year -= 1 }
        var month = 12
        while Self.days(year, month, 1) > days { month -= 1 }
        return (year, month, days - Self.days(year, month, 1) + 1)
    }
}
