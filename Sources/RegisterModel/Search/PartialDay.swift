internal import CardRecord
internal import ThaiIDCard

/// A day of the Gregorian calendar of which parts may be unknown; 0 is unknown.
package struct PartialDay: Hashable, Sendable {
    /// 0 to 9999.
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nothing is known.
    package static let unknown = PartialDay(year: 0, month: 0, day: 0)
    /// There is no end.
    package static let lifelong = PartialDay(year: 9999, month: 0, day: 0)

    package init(year: Int, month: Int = 0, day: Int = 0) {
        self.year = year
        self.month = month
        self.day = day
    }

    init(_ date: PartialDate?) {
        guard let date else {
            self = .unknown
            return
        }
        if date.precision == .lifelong {
            self = .lifelong
        } else {
            self.init(year: min(9999, date.year ?? 0), month: date.month ?? 0, day: date.day ?? 0)
        }
    }

    /// Reads `2533-04-15`, `2533-04` or `2533`, in Buddhist or Gregorian years; `nil` for anything else and for what no
    /// calendar has.
    package init?(text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.map(\.utf8.count) == Array([4, 2, 2].prefix(parts.count)),
            parts.joined().isAllDigits, let year = Int(first)
        else { return nil }
        let named = CalendarDay(year: year, month: 1, day: 1).inGregorianYears.year
        let numbers = parts.dropFirst().compactMap { Int($0) }
        let (month, day) = (numbers.first ?? 0, numbers.count > 1 ? numbers[1] : 0)
        guard !numbers.contains(0) else { return nil }
        let date = PartialDate(raw: CalendarDay(year: named, month: month, day: day).cardDigits)
        guard date.year == named else { return nil }
        self.init(year: named, month: month, day: day)
    }
}

extension String {
    /// Whether there are ASCII digits alone.
    var isAllDigits: Bool { utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
