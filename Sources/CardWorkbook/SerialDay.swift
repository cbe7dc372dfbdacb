internal import ThaiIDCard

/// A day as workbooks count them: 1 is the first of January 1900.
enum SerialDay {
    /// The number of a day; `nil` before March 1900, since programs disagree on whether there was a
    /// 29th of February then.
    static func number(of day: CalendarDay) -> Int? {
        guard day >= CalendarDay(year: 1900, month: 3, day: 1) else { return nil }
        // Years that begin in March put the leap day last.
        let year = day.month < 3 ? day.year - 1 : day.year
        let month = (day.month + 9) % 12
        let days = 365 * year + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + day.day - 1
        return days - firstOfMarch1900 + 61
    }

    /// Days from the first of March of year 0 to that of 1900.
    private static let firstOfMarch1900 = 365 * 1900 + 1900 / 4 - 1900 / 100 + 1900 / 400
}
