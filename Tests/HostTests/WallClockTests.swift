import Foundation
import Testing

@testable import Host

/// A moment that has passed, on the clock on the wall.
@Suite struct PastMomentTests {
    @Test func momentIsTheTimeThatItWas() throws {
        let style = Date.ISO8601FormatStyle()
        let then = try style.parse(WallClock.system.text(of: .now - .seconds(90)))
        #expect(abs(then.timeIntervalSinceNow + 90) < 5)
        let now = try style.parse(WallClock.system.text(of: .now))
        #expect(abs(now.timeIntervalSinceNow) < 5)
    }

    @Test func todayIsTheDayOfNow() {
        let (day, now) = (WallClock.system.today, WallClock.system.now)
        #expect(now.hasPrefix("\(day.year)-") || WallClock.system.today != day)
    }
}

/// The clock on the wall, in a process of its own since its zone belongs to all threads.
@Suite struct WallClockTests {
    @Test func timeHasItsOffset() async {
        await #expect(processExitsWith: .success) {
            for (zone, offset) in [
                ("Asia/Bangkok", "+07:00"), ("<+0545>-5:45", "+05:45"), ("<-0330>3:30", "-03:30"), ("UTC", "+00:00"),
            ] {
                setenv("TZ", zone, 1)
                tzset()
                let now = WallClock.system.now
                #expect(now.hasSuffix(offset), "\(now)")
                let date = try Date.ISO8601FormatStyle().parse(now)
                #expect(abs(date.timeIntervalSinceNow) < 5)
            }
        }
    }
}

/// A clock that is handed in.
@Suite struct ClockThatStandsTests {
    private let instant = ContinuousClock.now

    @Test func everythingIsToldByIt() throws {
        let instant = instant
        let clock = WallClock(seconds: { 1_763_865_667 }, instant: { instant })
        let style = Date.ISO8601FormatStyle()
        #expect(try style.parse(clock.now).timeIntervalSince1970 == 1_763_865_667)
        #expect(try style.parse(clock.text(of: instant - .seconds(90))).timeIntervalSince1970 == 1_763_865_577)
        #expect(try style.parse(clock.text(of: instant - .milliseconds(1_500))).timeIntervalSince1970 == 1_763_865_665)
        #expect(clock.today.year == 2025 && clock.today.month == 11)
    }
}
