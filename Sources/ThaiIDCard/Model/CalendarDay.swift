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
    package var isProbablyBuddhist: Bool { year >= 2400 }

    /// The day that is meant: the same one, or that of a clock that probably counts Buddhist years.
    package var inGregorianYears: CalendarDay {
        isProbablyBuddhist ? CalendarDay(year: year - 543, month: month, day: day) : self
    }

    public static func < (one: CalendarDay, other: CalendarDay) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }
}

extension PartialDate {
    /// The first and the last day that this date can be, in either calendar where the old one leaves
    /// its year open; `nil` where the year is unknown.
    package var possibleDays: ClosedRange<CalendarDay>? {
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
    package func adding(years: Int) -> CalendarDay { CalendarDay(year: year + years, month: month, day: day) }
}

extension CalendarDay {
    /// The day of a running number: 0 is 1 March of the year 0.
    package init(number: Int) {
        // Years begin in March here, so that a leap day is the last of its year.
        let era = number / 146_097
        let ofEra = number % 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * ofYear + 2) / 153
        let isNextYear = month >= 10
        self.init(
            year: era * 400 + yearOfEra + (isNextYear ? 1 : 0), month: isNextYear ? month - 9 : month + 3,
            day: ofYear - (153 * month + 2) / 5 + 1)
    }

    /// The running number of the day; of one that the month lacks, that of the day it would be.
    package var number: Int {
        let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
        return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1
    }
}

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
