internal import ThaiIDCard

/// Times of the log: microseconds since 1970 (UTC), as ISO 8601 writes them, and the days that they fall on.
package enum LogTime {
    private static let second: Int64 = 1_000_000
    private static let day: Int64 = 86_400 * second
    /// Thailand is seven hours east, and has no summer time.
    private static let east: Int64 = 7 * 3_600 * second

    /// 1970-01-01, among the days that `CalendarDay` counts.
    private static let firstDay = 719_468
    private static let last = 253_402_300_799 * second + second - 1

    /// `2026-11-26T08:29:18.123456Z`; what no such text can say is the nearest that it can.
    package static func text(of micros: Int64) -> String { String(decoding: utf8(of: micros), as: UTF8.self) }

    /// The same, of which a verifier makes a million: digit by digit.
    static func utf8(of micros: Int64) -> [UInt8] {
        let micros = Int(min(max(0, micros), last))
        let (seconds, fraction) = micros.quotientAndRemainder(dividingBy: Int(second))
        let date = CalendarDay(number: seconds / 86_400 + firstDay)
        var text = Array("0000-00-00T00:00:00.000000Z".utf8)
        func put(_ number: Int, endingAt end: Int) {
            var (number, place) = (number, end)
            while number > 0 {
                text[place] += UInt8(number % 10)
                (number, place) = (number / 10, place - 1)
            }
        }
        put(date.year, endingAt: 3)
        put(date.month, endingAt: 6)
        put(date.day, endingAt: 9)
        put(seconds / 3600 % 24, endingAt: 12)
        put(seconds / 60 % 60, endingAt: 15)
        put(seconds % 60, endingAt: 18)
        put(fraction, endingAt: 25)
        return text
    }

    /// The microseconds that such a text says, of this form and no other.
    package static func micros(of text: String) -> Int64? {
        guard let moment = Moment(iso: text) else { return nil }
        let fraction = Int64(text.dropFirst(20).dropLast()) ?? 0
        let micros = Int64(moment.secondsSince1970) * second + fraction
        return Self.text(of: micros) == text ? micros : nil
    }

    /// The number of the Thai day: it grows by one each midnight in Thailand.
    package static func thaiDay(of micros: Int64) -> Int {
        let local = micros + east
        return Int(local >= 0 ? local / day : (local - day + 1) / day)
    }

    /// `2026-11-26`
    package static func text(ofThaiDay number: Int) -> String { CalendarDay(number: number + firstDay).iso }
}
