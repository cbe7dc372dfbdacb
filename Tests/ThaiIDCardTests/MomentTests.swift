import Testing

@testable import ThaiIDCard

/// Times as ISO 8601 writes them.
@Suite struct MomentTests {
    @Test(arguments: ["2026-11-23T09:41:07+07:00", "2026-11-23T09:41:07Z", "2026-11-23T09:41:07.123-05:00"])
    func timesAreTaken(_ text: String) { #expect(Moment(iso: text) != nil) }

    @Test(arguments: [
        "", "2026-11-23", "2026-11-23T09:41:07", "2026-02-30T09:41:07Z", "2026-11-23T24:00:00Z",
        "2026-11-23 09:41:07Z", "๒๐๒๖-11-23T09:41:07Z", "2026-11-23T09:41:07+15:00", "2026-11-23T09:41:07Z\n",
    ])
    func whatIsNoTimeIsNot(_ text: String) { #expect(Moment(iso: text) == nil) }

    @Test(arguments: [
        "2026-11-23T09:60:00Z", "2026-11-23T09:41:60Z", "2026-11-23T09:41:07+07:60", "2026-11-23T09:41:07+0700",
        "2026-13-01T09:41:07Z", "0000-11-23T09:41:07Z", "0456-11-23T09:41:07Z", "9457-11-23T09:41:07Z",
        "2026-11-23T09:41:07.Z", "2026-11-23T09:41:07.0123456789Z", "2026-11-23T09:41:07,5Z", "+026-11-23T09:41:07Z",
        "2026-11-23T09:41:07z", " 2026-11-23T09:41:07Z", "2026-11-23T09:41:07+07:00 ", "2026-11-23T09:41:07\u{301}Z",
    ])
    func whatNoClockShowsIsNone(_ text: String) { #expect(Moment(iso: text) == nil) }

    @Test(arguments: [
        ("2026-11-23T09:41:07+07:00", "2026-11-23T09:41:07+07:00"), ("2026-11-23T09:41:07.5Z", "2026-11-23T09:41:07Z"),
        ("0457-01-01T00:00:00-00:00", "0457-01-01T00:00:00-00:00"),
        ("9456-12-31T23:59:59.123456789+14:59", "9456-12-31T23:59:59+14:59"),
    ])
    func isWrittenToTheSecondInItsOwnZone(_ text: String, _ iso: String) throws {
        let moment = try #require(Moment(iso: text))
        #expect(moment.iso == iso)
        #expect(moment.day.iso + "T" + moment.clock + moment.zone == iso)
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2026-11-23T09:41:07+07:00", 1_795_401_667),
        ("2026-11-23T02:41:07Z", 1_795_401_667), ("2026-11-22T21:41:07-05:00", 1_795_401_667),
        ("1969-12-31T23:59:59Z", -1), ("2000-02-29T12:00:00Z", 951_825_600),
    ])
    func isCountedAsUnixDoes(_ text: String, _ seconds: Int) throws {
        #expect(try #require(Moment(iso: text)).secondsSince1970 == seconds)
    }

    @Test(arguments: [0, 86_399, 86_400, 951_782_399, 951_782_400, 1_795_401_667, 236_000_000_000])
    func countIsWrittenInUTC(_ seconds: Int) throws {
        let moment = try #require(Moment(secondsSince1970: seconds))
        #expect(moment.zone == "Z")
        #expect(try #require(Moment(iso: moment.iso)) == moment)
        #expect(moment.secondsSince1970 == seconds)
    }

    @Test func countsThatNoFourDigitsOfAYearHoldAreNone() {
        #expect(Moment(secondsSince1970: -1) == nil)
        #expect(Moment(secondsSince1970: 253_402_300_799)?.iso == "9999-12-31T23:59:59Z")
        #expect(Moment(secondsSince1970: 253_402_300_800) == nil)
    }

    @Test func clockOnAWallIsWrittenWithItsZone() {
        let day = CalendarDay(year: 2026, month: 1, day: 2)
        let west = Moment(day, hour: 3, minute: 4, second: 5, minutesEast: -210)
        #expect(west.iso == "2026-01-02T03:04:05-03:30")
        #expect(Moment(day, hour: 3, minute: 4, second: 5, minutesEast: 0).iso == "2026-01-02T03:04:05+00:00")
    }

    @Test func shapeAsksNoClock() {
        #expect(Moment.hasShape("9999-99-99T99:99:99+99:99".utf8))
        #expect(!Moment.hasShape("2026-11-23T09:41:07.5Z".utf8))
        #expect(!Moment.hasShape("2026-11-23".utf8))
    }
}

/// Days as running numbers and in writing.
@Suite struct CalendarDayWritingTests {
    @Test func everyDayOfFourCenturiesIsTheNextOne() {
        let first = CalendarDay(year: 1800, month: 1, day: 1).number
        var last = CalendarDay(number: first - 1)
        #expect(last == CalendarDay(year: 1799, month: 12, day: 31))
        for number in first..<(first + 146_097) {
            let day = CalendarDay(number: number)
            guard day > last, day.number == number, CalendarDay(iso: day.iso.utf8) == day else {
                Issue.record("\(day) after \(last)")
                return
            }
            last = day
        }
        #expect(last == CalendarDay(year: 2199, month: 12, day: 31))
    }

    @Test(arguments: ["1990-04-31", "1990-4-15", "1990-04-15 ", "0456-01-01", "9457-01-01", "1990/04/15", ""])
    func whatIsNoDayIsNone(_ text: String) { #expect(CalendarDay(iso: text.utf8) == nil) }

    @Test func numbersGetZerosInFront() {
        #expect(7.padded(to: 2) == "07")
        #expect(123.padded(to: 2) == "123")
        #expect(UInt32(0xE).padded(to: 4, radix: 16) == "000e")
    }
}
