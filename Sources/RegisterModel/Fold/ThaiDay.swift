package import ThaiIDCard

/// Thai days of the store's times: seven hours east of UTC, all year.
package enum ThaiDay {
    private static let secondsEast = 7 * 3600

    /// The day in Thailand at a time.
    ///
    /// - Parameter micros: since 1970 UTC; times that no calendar here writes count as its first or last day.
    package static func day(at micros: Int64) -> CalendarDay {
        let seconds = Int(micros.quotientAndFloor(by: 1_000_000).quotient) + secondsEast
        let last = 253_402_300_799
        return Moment(secondsSince1970: min(max(0, seconds), last))?.day ?? CalendarDay(year: 1970, month: 1, day: 1)
    }

    /// Minutes since the last midnight in Thailand that began a Monday.
    static func minuteOfWeek(at micros: Int64) -> Int {
        let minutes = micros.quotientAndFloor(by: 60_000_000).quotient + Int64(secondsEast / 60)
        // 1970-01-01 was a Thursday.
        return Int((minutes + 3 * 1440).quotientAndFloor(by: 10_080).remainder)
    }
}

extension Int64 {
    /// The quotient that is not above the true one, and what is left.
    fileprivate func quotientAndFloor(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
