import Testing
import ThaiIDCard

/// Dates that a calendar has and nobody can have.
@Suite struct CardDatesTests {
    private static let today = CalendarDay(year: 2026, month: 11, day: 23)

    private static func card(
        birth: String = "25330415", issue: String = "25660601", expiry: String = "25750414"
    ) -> IDCard {
        var card = IDCard()
        card.birthDate = .value(PartialDate(raw: birth))
        card.issueDate = .value(PartialDate(raw: issue))
        card.expiryDate = .value(PartialDate(expiry: expiry))
        return card
    }

    @Test(
        arguments: [
            (card(birth: "26000101"), "birthDate", .ahead), (card(birth: "25691124"), "birthDate", .ahead),
            (card(birth: "25670101"), "birthDate", .afterIssue), (card(birth: "25660602"), "birthDate", .afterIssue),
            (card(birth: "25670000"), "birthDate", .afterIssue), (card(birth: "23800101"), "birthDate", .tooOld),
            (card(birth: "24391122"), "birthDate", .tooOld), (card(birth: "19900415"), "birthDate", .gregorian),
            (card(birth: "19900000"), "birthDate", .gregorian), (card(issue: "20230601"), "issueDate", .gregorian),
            (card(issue: "25691124", expiry: "99999999"), "issueDate", .ahead),
            (card(expiry: "20320414"), "expiryDate", .gregorian),
            (card(expiry: "25640101"), "expiryDate", .beforeIssue),
            (card(expiry: "25660500"), "expiryDate", .beforeIssue),
        ] as [(IDCard, String, DateOddity)])
    func dateThatNobodyCanHaveIsNoted(_ card: IDCard, _ field: String, _ oddity: DateOddity) {
        var card = card
        let before = Field.named(field)?.state(in: card).value
        card.noteDoubtfulDates(on: Self.today)
        #expect(card.warnings == [Warning(.date(oddity), field: field)])
        guard case .partial(let after)? = Field.named(field)?.state(in: card) else {
            Issue.record("\(field) passes as plain")
            return
        }
        #expect(after == before)
        card.noteDoubtfulDates(on: Self.today)
        #expect(card.warnings.count == 1)
    }

    @Test(arguments: [
        card(), card(birth: "25691123", issue: "25691123"), card(birth: "24391123"), card(birth: "25660000"),
        card(issue: "25690000"), card(expiry: "99999999"), card(expiry: "99991231"), card(expiry: "25660601"),
        card(birth: "00000000"), card(birth: "25331345"), card(expiry: "00000000"), card(expiry: "26500101"),
    ])
    func dateThatSomebodyMayHaveIsPlain(_ card: IDCard) {
        var noted = card
        noted.noteDoubtfulDates(on: Self.today)
        #expect(noted == card)
    }

    /// A date that speaks against itself says nothing of others.
    @Test func oneWrongDateIsBlamedAlone() {
        let dates = CardDates(Self.card(issue: "20230601"), on: Self.today)
        #expect(dates.doubt(about: Field.birthDate) == nil && dates.doubt(about: Field.expiryDate) == nil)
        #expect(dates.doubt(about: Field.issueDate) == .gregorian)
    }

    @Test func healthDatesAreJudgedAsWell() {
        var card = IDCard()
        card.health.issueDate = .value(PartialDate(raw: "25660101"))
        card.health.expiryDate = .value(PartialDate(expiry: "25651231"))
        card.health.updateDate = .value(PartialDate(raw: "25691224"))
        let dates = CardDates(card, on: Self.today)
        #expect(dates.doubt(about: Field.Health.expiryDate) == .beforeIssue)
        #expect(dates.doubt(about: Field.Health.updateDate) == .ahead)
        #expect(dates.doubt(about: Field.Health.issueDate) == nil)
    }

    @Test func nothingIsReckonedFromADoubtfulDate() {
        #expect(CardDates(Self.card(), on: Self.today).age == 36...36)
        for birth in ["26000101", "23800101", "19900415", "25670101"] {
            #expect(CardDates(Self.card(birth: birth), on: Self.today).age == nil)
        }
        #expect(CardDates(Self.card(expiry: "20320414"), on: Self.today).validity == .unknown)
        #expect(CardDates(Self.card(expiry: "25640101"), on: Self.today).validity == .expired)
        // Expired by its date; whether the holder was seventy by then, a doubtful birth does not tell.
        #expect(CardDates(Self.card(issue: "25560601", expiry: "25640101"), on: Self.today).validity == .expired)
        let card = Self.card(birth: "19900415", issue: "25560601", expiry: "25640101")
        #expect(CardDates(card, on: Self.today).validity == .unknown)
    }

    /// A clock that was never set is no day to reckon by.
    @Test func impossibleDayOfReadingJudgesNothing() {
        let dates = CardDates(Self.card(), on: CalendarDay(year: 1970, month: 1, day: 1))
        #expect(dates.age == nil && dates.doubt(about: Field.birthDate) == nil && dates.validity == .unknown)
    }

    /// A clock that counts Buddhist years means the same day.
    @Test func dayOfABuddhistClockIsTheDayThatIsMeant() {
        let dates = CardDates(Self.card(), on: CalendarDay(year: 2569, month: 11, day: 23))
        #expect(dates.age == 36...36 && dates.doubt(about: Field.birthDate) == nil && dates.validity == .valid)
        let ahead = CardDates(Self.card(birth: "26000101"), on: CalendarDay(year: 2569, month: 11, day: 23))
        #expect(ahead.doubt(about: Field.birthDate) == .ahead)
    }

    @Test func imageTellsWhatItsDatesSayWithoutADay() throws {
        let image = try TestCard.image(writing: Array("25640101".utf8), at: 0x016F)
        #expect(IDCard(image).warnings.contains(Warning(.date(.beforeIssue), field: "expiryDate")))
    }
}

/// The years that began on 1 April.
@Suite struct OldCalendarTests {
    private static let today = CalendarDay(year: 2026, month: 11, day: 23)

    @Test(arguments: [
        ("24800215", OldCalendar.yearMayBeLater, 88...89), ("24820331", .yearMayBeLater, 86...87),
        ("24700101", .yearMayBeLater, 98...99), ("24800200", .yearMayBeLater, 88...89),
        ("24800000", .yearMayBeLater, 88...89), ("24820000", .yearMayBeLater, 86...87),
        ("24830101", .monthsThatWereNot, 85...86), ("24830331", .monthsThatWereNot, 85...86),
        ("24830300", .monthsThatWereNot, 85...86),
    ])
    func dateOfTheOldYearMayBeOneLater(_ raw: String, _ calendar: OldCalendar, _ age: ClosedRange<Int>) throws {
        let date = PartialDate(raw: raw)
        #expect(date.oldCalendar == calendar)
        #expect(date.year == (Int(raw.prefix(4)) ?? 0) - 543)
        #expect(date.age(on: Self.today) == age)
        let reading = try FieldReading("birthDate", raw)
        #expect(reading.warnings == ["date.old-year"])
    }

    @Test(arguments: [
        "24830401", "24831231", "24830000", "24840101", "24840331", "24840000", "24800401", "24801231", "25330215",
    ])
    func dateThatBothCalendarsReadAlikeIsPlain(_ raw: String) throws {
        #expect(PartialDate(raw: raw).oldCalendar == nil)
        #expect(try FieldReading("birthDate", raw).warnings == [])
    }

    /// Seventy on one of two days a year apart: the card's end between them decides nothing.
    @Test func seventiethBirthdayIsAsDoubtfulAsTheBirth() {
        let birth = PartialDate(raw: "24800215")
        func validity(_ expiry: String) -> Validity {
            Validity(expiry: PartialDate(expiry: expiry), birth: birth, on: Self.today)
        }
        #expect(validity("25500214") == .expired)
        #expect(validity("25500601") == .unknown)
        #expect(validity("25510215") == .lifelong)
    }
}
