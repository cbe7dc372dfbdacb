import ThaiIDCard

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The clock on the wall.
enum LocalTime {
    /// Now, with the offset from UTC: `2026-11-23T09:41:07+07:00`.
    static var now: String { text(of: time(nil)) }

    /// The same of a moment that has passed.
    static func text(of moment: ContinuousClock.Instant) -> String {
        let (seconds, attoseconds) = (ContinuousClock.now - moment).components
        // To the second that is nearest: neither clock counts in whole ones.
        return text(of: time(nil) - time_t(seconds + (attoseconds >= 500_000_000_000_000_000 ? 1 : 0)))
    }

    /// The day that the clock says, whatever era it counts in.
    static var today: CalendarDay {
        let parts = parts(of: time(nil))
        return CalendarDay(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    }

    private static func parts(of seconds: time_t) -> tm {
        var (seconds, parts) = (seconds, tm())
        localtime_r(&seconds, &parts)
        return parts
    }

    private static func text(of seconds: time_t) -> String {
        let parts = parts(of: seconds)
        let offset = Int(parts.tm_gmtoff) / 60
        let sign = offset < 0 ? "-" : "+"
        func two(_ number: some BinaryInteger) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let date = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
        let clock = "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
        return "\(date)T\(clock)\(sign)\(two(abs(offset) / 60)):\(two(abs(offset) % 60))"
    }
}
