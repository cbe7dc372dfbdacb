import RegisterModel
import Testing
import ThaiIDCard

/// Hours of duty and days of keeping, in Thai time.
@Suite struct DutyTests {
    private func micros(_ text: String) throws -> Int64 {
        Int64(try #require(Moment(iso: text)).secondsSince1970) * 1_000_000
    }

    /// 23 November 2026 is a Monday.
    @Test(arguments: [
        ("2026-11-23T08:30:00+07:00", true), ("2026-11-23T08:29:59+07:00", false), ("2026-11-27T16:29:59+07:00", true),
        ("2026-11-27T16:30:00+07:00", false), ("2026-11-28T09:00:00+07:00", true), ("2026-11-28T12:00:00+07:00", false),
        ("2026-11-29T10:00:00+07:00", false), ("2026-11-23T01:30:00Z", true), ("2026-11-22T23:00:00Z", false),
    ])
    func officeHours(_ time: String, _ isAllowed: Bool) throws {
        let hours = try #require(DutyHours(text: "mon-fri 08:30-16:30, sat 09:00-12:00"))
        #expect(hours.allow(micros: try micros(time)) == isAllowed)
    }

    @Test(arguments: [
        ("2026-11-29T22:00:00+07:00", true), ("2026-11-30T05:59:00+07:00", true), ("2026-11-30T06:00:00+07:00", false),
        ("2026-11-30T22:30:00+07:00", false), ("2026-11-29T05:00:00+07:00", false),
    ])
    func nightsGoOnIntoTheNextDay(_ time: String, _ isAllowed: Bool) throws {
        let hours = try #require(DutyHours(text: "Sun 22:00-06:00"))
        #expect(hours.allow(micros: try micros(time)) == isAllowed)
    }

    @Test func daysGoOverTheWeeksEnd() throws {
        let hours = try #require(DutyHours(text: "sat-mon 00:00-24:00"))
        let allowed = try (23...29).map { hours.allow(micros: try micros("2026-11-\($0)T23:59:59+07:00")) }
        #expect(allowed == [true, false, false, false, false, true, true])
    }

    @Test func everyDayOfTheWeekIsItself() throws {
        for (place, day) in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].enumerated() {
            let hours = try #require(DutyHours(text: "\(day) 00:00-24:00"))
            let allowed = try (23...29).map { hours.allow(micros: try micros("2026-11-\($0)T12:00:00+07:00")) }
            #expect(allowed.firstIndex(of: true) == place && allowed.count(where: { $0 }) == 1)
        }
    }

    @Test(arguments: [
        "", "mon", "mon 8:30-16:30", "mon 08:30", "mon 08:30-08:30", "mon 24:00-06:00", "mon 08:60-09:00",
        "mo 08:30-16:30",
        "mon-tue-wed 08:30-16:30", "mon 08:30-16:30,", "mon 08:30-24:01", "mon 08:30-16:30 tue 08:30-16:30",
        "- 08:30-16:30",
        "mon 08:3๐-16:30", "mon -8:30-16:30",
    ])
    func whatIsNoHoursIsRefused(_ text: String) { #expect(DutyHours(text: text) == nil) }

    @Test func timesBeforeTheClockWasSetAreTimesToo() throws {
        let hours = try #require(DutyHours(text: "mon-sun 00:00-24:00"))
        for time: Int64 in [0, -1, .min, .max, -604_800_000_000] { #expect(hours.allow(micros: time)) }
    }

    @Test func personIsKeptUntilTheLastPurposeHasRunOut() throws {
        let (short, long) = (try micros("2026-01-01T23:30:00+07:00"), try micros("2025-11-26T08:00:00+07:00"))
        let visits = [(days: 30, at: short), (days: 365, at: long)]
        #expect(!Retention.isDue(lastVisits: visits, at: try micros("2026-11-26T23:59:59+07:00")))
        #expect(Retention.isDue(lastVisits: visits, at: try micros("2026-11-27T00:00:00+07:00")))
    }

    @Test func daysAreThoseOfThailand() throws {
        let evening = [(days: 0, at: try micros("2026-11-26T16:59:59Z"))]
        #expect(!Retention.isDue(lastVisits: evening, at: try micros("2026-11-26T16:59:59Z")))
        #expect(Retention.isDue(lastVisits: evening, at: try micros("2026-11-26T17:00:00Z")))
    }

    @Test func whoWasNeverThereForAnythingStays() throws {
        #expect(!Retention.isDue(lastVisits: [], at: try micros("2026-11-26T23:59:59+07:00")))
        #expect(!Retention.isDue(lastVisits: [(days: .max, at: 0)], at: .max))
        #expect(!Retention.isDue(lastVisits: [(days: 0, at: .max)], at: 0))
    }
}
