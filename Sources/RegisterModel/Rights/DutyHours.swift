/// When somebody may work, in Thai time, week by week.
package struct DutyHours: Hashable, Sendable {
    /// Minutes since the midnight that begins a Monday; where a span goes over the week's end it goes on past it.
    private let spans: [Range<Int>]

    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let (day, week) = (1440, 7 * 1440)

    /// Reads `mon-fri 08:30-16:30, sat 09:00-12:00`; `nil` for anything else.
    ///
    /// The last minute is not one of duty any more. Hours that end before they begin go on into the next day: `fri
    /// 22:00-06:00`; `24:00` ends a day.
    package init?(text: String) {
        var spans: [Range<Int>] = []
        for item in text.lowercased().split(separator: ",", omittingEmptySubsequences: false) {
            let words = item.split(separator: " ")
            guard words.count == 2, let days = Self.days(words[0]), let hours = Self.hours(words[1]) else { return nil }
            spans += days.map { ($0 * Self.day + hours.lowerBound)..<($0 * Self.day + hours.upperBound) }
        }
        self.spans = spans
    }

    /// `mon`, or from one day to another, over the week's end too.
    private static func days(_ text: Substring) -> [Int]? {
        let names = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = names.compactMap { days.firstIndex(of: String($0)) }
        guard numbers.count == names.count, let first = numbers.first, numbers.count <= 2 else { return nil }
        let count = ((numbers.last ?? first) - first + 7) % 7 + 1
        return (0..<count).map { (first + $0) % 7 }
    }

    private static func hours(_ text: Substring) -> Range<Int>? {
        let times = text.split(separator: "-", omittingEmptySubsequences: false).map(minutes)
        guard times.count == 2, let start = times[0], let end = times[1], start != end, start < day else { return nil }
        return start..<(end < start ? end + day : end)
    }

    private static func minutes(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [2, 2], parts.joined().isAllDigits,
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= day
        else { return nil }
        return hour * 60 + minute
    }

    /// Whether a time is one of duty.
    ///
    /// - Parameter micros: since 1970 UTC.
    package func allow(micros: Int64) -> Bool {
        let minute = ThaiDay.minuteOfWeek(at: micros)
        return spans.contains { $0.contains(minute) || $0.contains(minute + Self.week) }
    }
}
