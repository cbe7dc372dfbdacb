import Testing
import ThaiIDCard

/// Whether a card may still be used. A card that has not expired by its holder's 70th birthday
/// stays valid for life.
@Suite struct ValidityTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let expiry: String?
        let birth: String?
        let today: (Int, Int, Int)
        let validity: Validity
        var testDescription: String { "expires \(expiry ?? "–"), born \(birth ?? "–"), on \(today)" }
    }

    @Test(arguments: [
        Case(expiry: "25750414", birth: "25330415", today: (2026, 11, 23), validity: .valid),
        Case(expiry: "25750414", birth: "25330415", today: (2032, 4, 14), validity: .valid),
        Case(expiry: "25750414", birth: "25330415", today: (2032, 4, 15), validity: .expired),
        Case(expiry: "99999999", birth: "25330415", today: (2026, 11, 23), validity: .lifelong),
        Case(expiry: "99999999", birth: nil, today: (9999, 1, 1), validity: .lifelong),
        // Born 15 April 1950, seventy on 15 April 2020.
        Case(expiry: "25630415", birth: "24930415", today: (2026, 11, 23), validity: .lifelong),
        Case(expiry: "25630416", birth: "24930415", today: (2026, 11, 23), validity: .lifelong),
        Case(expiry: "25630414", birth: "24930415", today: (2026, 11, 23), validity: .expired),
        Case(expiry: "25700101", birth: "24930415", today: (2026, 11, 23), validity: .lifelong),
        // Born on 29 February 1956; there is none in 2026.
        Case(expiry: "25690228", birth: "24990229", today: (2027, 1, 1), validity: .expired),
        Case(expiry: "25690301", birth: "24990229", today: (2027, 1, 1), validity: .lifelong),
        // What the 70th birthday would decide is not known: born some day of 1950, or of April 1950.
        Case(expiry: "25630630", birth: "24930000", today: (2026, 11, 23), validity: .unknown),
        Case(expiry: "25621231", birth: "24930000", today: (2026, 11, 23), validity: .expired),
        Case(expiry: "25640101", birth: "24930000", today: (2026, 11, 23), validity: .lifelong),
        Case(expiry: "25630410", birth: "24930400", today: (2026, 11, 23), validity: .unknown),
        Case(expiry: "25630331", birth: "24930400", today: (2026, 11, 23), validity: .expired),
        Case(expiry: "25630501", birth: "24930400", today: (2026, 11, 23), validity: .lifelong),
        // The last day itself is known to the year or month only.
        Case(expiry: "25690000", birth: "25330415", today: (2025, 12, 31), validity: .valid),
        Case(expiry: "25690000", birth: "25330415", today: (2026, 11, 23), validity: .unknown),
        Case(expiry: "25690000", birth: "25330415", today: (2027, 1, 1), validity: .expired),
        Case(expiry: "25690400", birth: "25330415", today: (2026, 4, 30), validity: .unknown),
        Case(expiry: "25690400", birth: "25330415", today: (2026, 5, 1), validity: .expired),
        // Nothing is known of the last day.
        Case(expiry: nil, birth: "25330415", today: (2026, 11, 23), validity: .unknown),
        Case(expiry: "00000000", birth: "25330415", today: (2026, 11, 23), validity: .unknown),
        Case(expiry: "25331345", birth: "25330415", today: (2026, 11, 23), validity: .unknown),
        Case(expiry: "25750414", birth: nil, today: (2026, 11, 23), validity: .valid),
        Case(expiry: "25750414", birth: "00000000", today: (2026, 11, 23), validity: .valid),
        // Cards without a birth date are those of old people, whose past dates may not count.
        Case(expiry: "25630414", birth: "00000000", today: (2026, 11, 23), validity: .unknown),
        Case(expiry: "25630414", birth: nil, today: (2026, 11, 23), validity: .unknown),
    ])
    func validityFollowsFromTheDates(_ example: Case) {
        #expect(validity(example) == example.validity)
    }

    private func validity(_ example: Case) -> Validity {
        Validity(
            expiry: example.expiry.map(PartialDate.init(expiry:)), birth: example.birth.map(PartialDate.init(raw:)),
            on: CalendarDay(year: example.today.0, month: example.today.1, day: example.today.2))
    }
}

/// Whole years since a birth that may be known to the year only.
@Suite struct AgeTests {
    private static let today = CalendarDay(year: 2026, month: 11, day: 23)

    @Test(arguments: [
        ("25330415", 36...36), ("25331123", 36...36), ("25331124", 35...35), ("25331122", 36...36),
        ("25691123", 0...0), ("25681124", 0...0), ("25681123", 1...1), ("25430229", 26...26),
        ("25330400", 36...36), ("25331100", 35...36), ("25331200", 35...35), ("25330000", 35...36),
        ("25690000", 0...0), ("25690400", 0...0),
    ])
    func ageIsARangeWhereTheBirthdayIsUnknown(_ raw: String, _ age: ClosedRange<Int>) {
        #expect(PartialDate(raw: raw).age(on: Self.today) == age)
    }

    @Test(arguments: ["00000000", "99999999", "25331345", "", "25691124", "25700000", "25691200"])
    func ageIsUnknownWithoutAYearOrBeforeBirth(_ raw: String) {
        #expect(PartialDate(raw: raw).age(on: Self.today) == nil)
    }

    @Test func birthdayOfALeapDayComesOnTheFirstOfMarch() {
        let birth = PartialDate(raw: "25430229")
        #expect(birth.age(on: CalendarDay(year: 2026, month: 2, day: 28)) == 25...25)
        #expect(birth.age(on: CalendarDay(year: 2026, month: 3, day: 1)) == 26...26)
    }

    @Test func daysAreOrdered() {
        #expect(CalendarDay(year: 2025, month: 12, day: 31) < CalendarDay(year: 2026, month: 1, day: 1))
        #expect(CalendarDay(year: 2026, month: 1, day: 31) < CalendarDay(year: 2026, month: 2, day: 1))
        #expect(CalendarDay(year: 2026, month: 2, day: 1) < CalendarDay(year: 2026, month: 2, day: 2))
    }
}
