/// A whole day of the Gregorian calendar, for reckoning ages and validity.
public struct CalendarDay: Hashable, Sendable, Comparable {
    /// Gregorian year.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int

    /// Names a day; whether it exists is the caller's affair.
    public init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Whether a clock that says so counts Buddhist years: no card was made, and none is read, in a
    /// Gregorian year that far ahead.
    public var isProbablyBuddhist: Bool { year >= 2400 }

    /// The day that is meant: the same one, or that of a clock that probably counts Buddhist years.
    public var inGregorianYears: CalendarDay {
        isProbablyBuddhist ? CalendarDay(year: year - 543, month: month, day: day) : self
    }

    public static func < (one: CalendarDay, other: CalendarDay) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }
}

extension PartialDate {
    /// The first and the last day that this date can be, in either calendar where the old one leaves
    /// its year open; `nil` where the year is unknown.
    var possibleDays: ClosedRange<CalendarDay>? {
        guard let year else { return nil }
        let first = CalendarDay(year: year, month: month ?? 1, day: day ?? 1)
        guard oldCalendar == nil else { return first...CalendarDay(year: year + 1, month: month ?? 3, day: day ?? 31) }
        return first...CalendarDay(year: year, month: month ?? 12, day: day ?? 31)
    }

    /// Whole years from this date to a day: one number, or some neighbours where the birthday is
    /// not known well enough; `nil` where the year is unknown or lies ahead.
    ///
    /// Whether anybody can have such a date is not asked here: see `CardDates`.
    public func age(on today: CalendarDay) -> ClosedRange<Int>? {
        guard let possibleDays else { return nil }
        let youngest = Self.years(from: possibleDays.upperBound, to: today)
        let oldest = Self.years(from: possibleDays.lowerBound, to: today)
        return oldest < 0 ? nil : max(0, youngest)...oldest
    }

    private static func years(from day: CalendarDay, to today: CalendarDay) -> Int {
        let hadBirthday = (today.month, today.day) >= (day.month, day.day)
        return today.year - day.year - (hadBirthday ? 0 : 1)
    }
}

extension CalendarDay {
    /// The same day so many years later.
    func adding(years: Int) -> CalendarDay { CalendarDay(year: year + years, month: month, day: day) }
}
