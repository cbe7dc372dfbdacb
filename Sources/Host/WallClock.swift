#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The time as it is told to people, handed to whoever needs it: the machine's, or one that a test sets.
package struct WallClock: Sendable {
    /// Seconds since 1970 (UTC).
    private let seconds: @Sendable () -> Int
    /// What the same moment is on the clock that nobody sets.
    private let instant: @Sendable () -> ContinuousClock.Instant

    package init(
        seconds: @escaping @Sendable () -> Int, instant: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.seconds = seconds
        self.instant = instant
    }

    /// The machine's.
    package static let system = WallClock { time(nil) }

    /// Now, with the offset from UTC: `2026-11-23T09:41:07+07:00`.
    package var now: String { Self.text(of: seconds()) }

    /// Seconds since 1970 (UTC).
    package var secondsSince1970: Int { seconds() }

    /// What it will say after a time, in whole seconds.
    package func text(after time: Duration) -> String { Self.text(of: seconds() + Int(time.components.seconds)) }

    /// The same of a moment that has passed.
    package func text(of moment: ContinuousClock.Instant) -> String {
        let (passed, attoseconds) = (instant() - moment).components
        // To the second that is nearest: neither clock counts in whole ones.
        return Self.text(of: seconds() - Int(passed) - (attoseconds >= 500_000_000_000_000_000 ? 1 : 0))
    }

    /// The day that the clock says, whatever era it counts in.
    package var today: (year: Int, month: Int, day: Int) {
        let parts = Self.parts(of: seconds())
        return (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
    }

    /// Milliseconds since 1970 (UTC), by the machine's clock.
    package static var milliseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int(time.tv_sec) * 1_000 + Int(time.tv_nsec) / 1_000_000
    }

    /// Has the calling thread wait.
    package static func pause(for duration: Duration) {
        let (seconds, attoseconds) = duration.components
        var time = timespec(tv_sec: time_t(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
        var rest = timespec()
        while nanosleep(&time, &rest) == -1, errno == EINTR { time = rest }
    }

    private static func parts(of seconds: Int) -> tm {
        var (seconds, parts) = (time_t(seconds), tm())
        localtime_r(&seconds, &parts)
        return parts
    }

    private static func text(of seconds: Int) -> String {
        let parts = parts(of: seconds)
        let offset = Int(parts.tm_gmtoff) / 60
        let sign = offset < 0 ? "-" : "+"
        func two(_ number: some BinaryInteger) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let date = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
        let clock = "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
        return "\(date)T\(clock)\(sign)\(two(abs(offset) / 60)):\(two(abs(offset) % 60))"
    }
}
