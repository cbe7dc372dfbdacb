import CardFormats
import CardRecord
import Foundation
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// What `thaiid doctor` says of one thing.
@Suite struct FindingTests {
    @Test func whatWorksTakesALine() throws {
        let finding = Finding(subject: .service, text: Bilingual("ทำงานอยู่", "running"))
        #expect(finding.text(in: .english) == "✓ PC/SC service  running\n")
        #expect(finding.text(in: .thai) == "✓ บริการ PC/SC    ทำงานอยู่\n")
        #expect(finding.json.line == #"{"check":"service","ok":true,"finding":"running","code":null,"command":null}"#)
    }

    @Test func whatIsWrongComesWithItsRemedyAndCommand() {
        let finding = Finding(
            subject: .driver, text: Bilingual("ไม่มี", "none"), cause: .noReader, command: "first\nsecond")
        let lines = finding.text(in: .english).split(separator: "\n").map(String.init)
        #expect(lines.count == 4)
        #expect(lines[0] == "✗ Driver         none")
        #expect(lines[1] == "  → \(ToolError.noReader.words.remedy.english)")
        #expect(lines[2] == "      first" && lines[3] == "      second")
        #expect(finding.json["ok"] == .bool(false) && finding.json["code"] == "no-reader")
        #expect(finding.json["command"] == "first\nsecond")
    }

    /// A clock that is wrong keeps no card from being read: it is told, and no error.
    @Test func clockInTheBuddhistEraIsTold() throws {
        let finding = try #require(Finding.clock(CalendarDay(year: 2569, month: 11, day: 25)))
        #expect(finding.cause == nil && finding.json["ok"] == .bool(false) && finding.json["code"] == .null)
        let lines = finding.text(in: .english).split(separator: "\n").map(String.init)
        #expect(lines.count == 3 && lines[0].hasPrefix("! Clock") && lines[0].contains("2569"))
        #expect(lines[1].contains("2026") && finding.text(in: .thai).contains("พ.ศ."))
    }

    @Test(arguments: [1970, 2026, 2399])
    func clockInTheGregorianCalendarIsNotMentioned(_ year: Int) {
        #expect(Finding.clock(CalendarDay(year: year, month: 1, day: 1)) == nil)
    }

    @Test func nameOfAReaderIsShownSafely() {
        let finding = Finding(subject: .reader, text: Bilingual("\u{1B}[2J\n", "\u{1B}[2J\n"), cause: .cardMute)
        for text in [finding.text(in: .thai), finding.text(in: .english), finding.json.line] {
            #expect(!text.unicodeScalars.contains { SafeText.isUnsafe($0) && $0 != "\n" })
        }
    }
}

/// A moment that has passed, on the clock on the wall.
@Suite struct PastMomentTests {
    @Test func momentIsTheTimeThatItWas() throws {
        let style = Date.ISO8601FormatStyle()
        let then = try style.parse(LocalTime.text(of: .now - .seconds(90)))
        #expect(abs(then.timeIntervalSinceNow + 90) < 5)
        let now = try style.parse(LocalTime.text(of: .now))
        #expect(abs(now.timeIntervalSinceNow) < 5)
    }

    @Test func todayIsTheDayOfNow() {
        let (day, now) = (LocalTime.today, LocalTime.now)
        #expect(now.hasPrefix("\(day.year)-") || LocalTime.today != day)
    }
}

/// The clock on the wall, in a process of its own since its zone belongs to all threads.
@Suite struct LocalTimeTests {
    @Test func timeHasItsOffset() async {
        await #expect(processExitsWith: .success) {
            for (zone, offset) in [
                ("Asia/Bangkok", "+07:00"), ("<+0545>-5:45", "+05:45"), ("<-0330>3:30", "-03:30"), ("UTC", "+00:00"),
            ] {
                setenv("TZ", zone, 1)
                tzset()
                let now = LocalTime.now
                #expect(now.hasSuffix(offset), "\(now)")
                let date = try Date.ISO8601FormatStyle().parse(now)
                #expect(abs(date.timeIntervalSinceNow) < 5)
            }
        }
    }
}
