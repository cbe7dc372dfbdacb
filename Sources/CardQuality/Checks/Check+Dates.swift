internal import CardRecord
internal import ThaiIDCard

extension Check {
    /// Birth, sex, issue and expiry.
    static let dateChecks: [Check] = [
        impossible("birth-impossible", Field.birthDate) { $0.card.birthDate = .value(PartialDate(raw: $1)) },
        Check(
            "birth-calendar", .warning, Field.birthDate, DateOddity.oldYear(.yearMayBeLater).message,
            remark: { card in
                card.card.birthDate.value?.oldCalendar.map { Remark(words: DateOddity.oldYear($0).message) }
            },
            example: {
                $0.card.birthDate = .value(PartialDate(raw: "24790215"))
                $0.card.citizenID = CitizenID("3000000000005").map { .value($0) } ?? .blank
            }),
        Check(
            "birth-future", .error, Field.birthDate, DateOddity.ahead.message,
            where: { $0.dates.doubt(about: Field.birthDate) == .ahead },
            example: { $0.card.birthDate = .value(PartialDate(raw: "26000101")) }),
        Check(
            "birth-age", .warning, Field.birthDate,
            Bilingual(
                "ผู้ถือบัตรอายุเกิน 130 ปี หรืออายุไม่ถึง 7 ปีในวันออกบัตร",
                "The holder is older than 130, or was younger than 7 on the day of issue."),
            where: { card in
                if card.dates.doubt(about: Field.birthDate) == .tooOld { return true }
                guard let birth = card.birthDays, let issue = card.issueDays else { return false }
                return issue.upperBound < birth.lowerBound.adding(years: 7)
            },
            example: { $0.card.birthDate = .value(PartialDate(raw: "25591231")) }),
        Check(
            "birth-partial", .information, Field.birthDate,
            Bilingual("ไม่ทราบวันเกิด หรือทราบเพียงบางส่วน", "The birth is not known, or only in part."),
            where: { card in
                guard let birth = card.card.birthDate.value else { return card.card.birthDate.isBlank }
                return birth.precision != .day && !birth.isImpossible
            },
            example: { $0.card.birthDate = .value(PartialDate(raw: "25330000")) }),
        Check(
            "sex-value", .error, Field.sex,
            Bilingual("รหัสเพศไม่ใช่ 1 (ชาย) หรือ 2 (หญิง)", "The sex is neither 1 (male) nor 2 (female)."),
            where: { $0.card.sex.isBlank || $0.card.sex.value?.value == .unknown },
            example: { $0.card.sex = .value(Sex(raw: "3")) }),
        impossible("issue-impossible", Field.issueDate) { $0.card.issueDate = .value(PartialDate(raw: $1)) },
        Check(
            "issue-future", .error, Field.issueDate, DateOddity.ahead.message,
            where: { $0.dates.doubt(about: Field.issueDate) == .ahead },
            example: { $0.card.issueDate = .value(PartialDate(raw: "26000101")) }),
        Check(
            "issue-before-birth", .error, Field.issueDate,
            Bilingual("วันออกบัตรอยู่ก่อนวันเกิด", "The day of issue lies before the birth."),
            where: { $0.dates.doubt(about: Field.birthDate) == .afterIssue },
            example: { $0.card.birthDate = .value(PartialDate(raw: "25660602")) }),
        impossible("expiry-impossible", Field.expiryDate) { $0.card.expiryDate = .value(PartialDate(expiry: $1)) },
        Check(
            "expiry-before-issue", .error, Field.expiryDate, DateOddity.beforeIssue.message,
            where: { $0.dates.doubt(about: Field.expiryDate) == .beforeIssue },
            example: { $0.card.expiryDate = .value(PartialDate(expiry: "25650414")) }),
        Check(
            "validity-span", .warning, Field.expiryDate,
            Bilingual(
                "อายุบัตรไม่เป็นไปตามกฎหมาย: 8 ปีนับแต่วันเกิดที่ถึงหลังวันออกบัตร (บัตรรุ่นก่อนปี 2555 อาจเป็น 6 ปี)",
                "The card is not valid for eight years from the birthday after its issue; until 2011 it could be six."),
            where: { !CardLife.isUsual($0) },
            example: { $0.card.expiryDate = .value(PartialDate(expiry: "25780414")) }),
        Check(
            "expired", .information, Field.expiryDate, Bilingual("บัตรหมดอายุแล้ว", "The card has expired."),
            where: { $0.dates.validity == .expired },
            example: { $0.day = CalendarDay(year: 2040, month: 1, day: 1) }),
    ]

    /// A date that no calendar has, or that is written in Gregorian years.
    private static func impossible(
        _ code: String, _ field: Field.Handle<PartialDate>,
        _ put: @escaping @Sendable (inout CheckedCard, _ raw: String) -> Void
    ) -> Check {
        Check(
            code, .error, field, DateOddity.impossible.message,
            remark: { card in
                guard let date = field.state(in: card.card).value else { return nil }
                if date.isImpossible { return Remark() }
                let isGregorian = card.dates.doubt(about: field) == .gregorian
                return isGregorian ? Remark(words: DateOddity.gregorian.message) : nil
            },
            example: { put(&$0, "25331345") })
    }
}

/// For how long cards are valid.
private enum CardLife {
    /// Eight years from the birthday that follows the issue (Identity Card Act B.E. 2526, as amended in 2554), six until
    /// 2011: between a day less than that and a year more, as the issue lies to the birthday.
    private static func years(issuedIn year: Int) -> [Int] { year > 2011 ? [8] : [6, 8] }

    /// Whether a card's dates are as the law has them, or may be. Cards of people without Thai nationality have other ones.
    static func isUsual(_ card: CheckedCard) -> Bool {
        guard let issue = card.issueDays, let expiry = card.expiryDays else { return true }
        if let category = card.card.citizenID.value?.category.digit, !(1...5).contains(category) { return true }
        return years(issuedIn: issue.lowerBound.year).contains { years in
            let first = issue.lowerBound.adding(years: years).number - 1
            let last = issue.upperBound.adding(years: years + 1).number + 1
            return (first...last).overlaps(expiry.lowerBound.number...expiry.upperBound.number)
        }
    }
}
