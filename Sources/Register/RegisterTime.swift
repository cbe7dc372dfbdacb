internal import Host
internal import RegisterModel
package import ThaiIDCard

/// A moment as the register keeps it, in microseconds since 1970 (UTC), and as it is told in Thailand.
package struct RegisterTime: Hashable, Sendable, Comparable {
    package let micros: Int64

    private static let dayLength: Int64 = 86_400_000_000
    /// Thailand is seven hours ahead, all year.
    private static let minutesEast = 420
    private static let thaiOffset = Int64(minutesEast) * 60_000_000

    package init(micros: Int64) { self.micros = micros }

    /// Now, by the machine's clock.
    package static var now: RegisterTime { RegisterTime(micros: Int64(WallClock.milliseconds) * 1_000) }

    package static func < (one: RegisterTime, other: RegisterTime) -> Bool { one.micros < other.micros }

    /// Days since 1970 in Thailand.
    package var thaiDayNumber: Int { Int((Double(micros + Self.thaiOffset) / Double(Self.dayLength)).rounded(.down)) }

    /// The day in Thailand.
    package var thaiDay: CalendarDay { ThaiDay.day(at: micros) }

    /// The last moment of a day in Thailand.
    package init(endOf day: CalendarDay) {
        let number = Int64(day.number - CalendarDay(year: 1970, month: 1, day: 1).number)
        micros = (number + 1) * Self.dayLength - Self.thaiOffset - 1
    }

    /// In Thai time, to the second: `2026-11-23T09:41:07+07:00`.
    package var text: String {
        let second = Int((micros + Self.thaiOffset - Int64(thaiDayNumber) * Self.dayLength) / 1_000_000)
        return Moment(
            thaiDay, hour: second / 3_600, minute: second / 60 % 60, second: second % 60, minutesEast: Self.minutesEast
        ).iso
    }

    /// Of a record's time, with its offset from UTC; `nil` where it is none.
    package init?(record text: String) {
        guard let moment = Moment(iso: text) else { return nil }
        micros = Int64(moment.secondsSince1970) * 1_000_000
    }
}
