import Testing
import ThaiIDCard

@testable import CardWorkbook

/// Days have the numbers that Excel gives them.
@Suite struct SerialDayTests {
    @Test(arguments: [
        (1900, 3, 1, 61), (1970, 1, 1, 25_569), (1990, 4, 15, 32_978), (2000, 2, 29, 36_585), (2026, 11, 23, 46_349),
        (9999, 12, 31, 2_958_465),
    ])
    func numberIsExcels(_ year: Int, _ month: Int, _ day: Int, _ number: Int) {
        #expect(SerialDay.number(of: CalendarDay(year: year, month: month, day: day)) == number)
    }

    @Test(arguments: [(1900, 2, 28), (1899, 12, 31), (1, 1, 1)])
    func daysThatProgramsDisagreeOnHaveNone(_ year: Int, _ month: Int, _ day: Int) {
        #expect(SerialDay.number(of: CalendarDay(year: year, month: month, day: day)) == nil)
    }
}
