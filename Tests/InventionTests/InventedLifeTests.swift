import Invention
import Testing
import ThaiIDCard

/// The dates of a card that is not odd, and what they ask of its other fields.
@Suite struct InventedLifeTests {
    private static let cards = InventedPeople(seed: 5, portraits: false).prefix(2000).map(\.card)

    @Test func expiryIsTheDayBeforeTheEighthBirthdayAfterTheNext() throws {
        var lifelong = 0
        for card in Self.cards {
            let birth = try Self.day(card.birthDate)
            let issue = try Self.day(card.issueDate)
            let hadBirthday = (issue.month, issue.day) >= (birth.month, birth.day)
            let nextBirthday = issue.year + (hadBirthday ? 1 : 0)
            let expiry = try #require(card.expiryDate.value)
            if nextBirthday - birth.year > 70 {
                #expect(expiry.precision == .lifelong)
                lifelong += 1
            } else {
                let leap = (birth.month, birth.day) == (2, 29)
                let last = try Self.day(card.expiryDate)
                let birthday = CalendarDay(year: nextBirthday + 8, month: birth.month, day: birth.day)
                #expect(leap ? (last.month, last.day) == (2, 28) : Self.dayAfter(last) == birthday)
                #expect(last.year == nextBirthday + 8 || (birthday.month, birthday.day) == (1, 1))
            }
        }
        #expect((60...250).contains(lifelong))
    }

    @Test func holdersAreSevenAndOlder() throws {
        for card in Self.cards {
            let issue = try Self.day(card.issueDate)
            let age = try #require(card.birthDate.value?.age(on: issue))
            #expect(age.lowerBound >= 7 && age.upperBound < 100)
            #expect(issue <= CalendarDay(year: 2025, month: 12, day: 31))
        }
    }

    @Test func titleSuitsSexAndAge() throws {
        for card in Self.cards {
            let issue = try Self.day(card.issueDate)
            let age = try #require(card.birthDate.value?.age(on: issue))
            let title = try #require(card.nameThai.value?.title)
            let isChild = age.upperBound < 15
            #expect(["เด็กชาย", "ด.ช.", "เด็กหญิง", "ด.ญ."].contains(title) == isChild)
            let ofMen = ["เด็กชาย", "ด.ช.", "นาย", "ว่าที่ร้อยตรี", "พันตำรวจโท", "จ่าสิบเอก", "ร้อยเอก"]
            #expect(ofMen.contains(title) == (card.sex.value?.value == .male))
        }
    }

    @Test func categorySuitsTheBirth() throws {
        for card in Self.cards {
            let category = try #require(card.citizenID.value).category.digit
            let year = try Self.day(card.birthDate).year
            #expect((year >= 1984 ? [1, 2, 5, 8] : [3, 4, 5, 8]).contains(category))
        }
    }

    @Test func healthIsWrittenAfterTheCardWasIssued() throws {
        var written = 0
        for card in Self.cards where !card.absentApplets.contains(.health) {
            #expect(try Self.day(card.issueDate) <= Self.day(card.health.updateDate))
            written += 1
        }
        #expect((600...800).contains(written))
    }

    private static func day(_ date: FieldState<PartialDate>) throws -> CalendarDay {
        let date = try #require(date.value)
        return CalendarDay(
            year: try #require(date.year), month: try #require(date.month), day: try #require(date.day))
    }

    private static func dayAfter(_ day: CalendarDay) -> CalendarDay {
        func exists(_ month: Int, _ number: Int) -> Bool {
            let digits = (day.year + 543) * 10_000 + month * 100 + number
            return PartialDate(raw: String(digits)).precision == .day
        }
        if exists(day.month, day.day + 1) { return CalendarDay(year: day.year, month: day.month, day: day.day + 1) }
        return day.month == 12
            ? CalendarDay(year: day.year + 1, month: 1, day: 1)
            : CalendarDay(year: day.year, month: day.month + 1, day: 1)
    }
}
