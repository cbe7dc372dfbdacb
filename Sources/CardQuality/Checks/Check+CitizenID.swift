internal import AreaCodes
internal import CardRecord
internal import ThaiIDCard

extension Check {
    /// The 13 digits.
    static let citizenIDChecks: [Check] = [
        Check(
            "id-digits", .error, Field.citizenID,
            Bilingual("ไม่มีเลขประจำตัวประชาชน 13 หลัก", "There is no citizen ID of 13 digits."),
            where: { $0.card.citizenID.isBlank || $0.isWarned(Field.citizenID) { $0 == .failed(.malformed) } },
            example: { $0.card.citizenID = .blank }),
        Check(
            "id-check", .error, Field.citizenID, Warning(.checkDigit, field: Field.citizenID.key).message,
            where: { $0.card.citizenID.value.map { !$0.hasValidCheckDigit } ?? false },
            example: { $0.citizenID = "1000000000010" }),
        Check(
            "id-class-9", .warning, Field.citizenID, Warning(.category, field: Field.citizenID.key).message,
            where: { $0.card.citizenID.value?.category.isDoubtful ?? false },
            example: { $0.citizenID = "9000000000004" }),
        Check(
            "id-class-foreign", .information, Field.citizenID,
            Bilingual(
                "เลขหลักแรกเป็น 0, 6 หรือ 7: เลขของผู้ที่ไม่มีสัญชาติไทย",
                "The number begins with 0, 6 or 7, as those of people without Thai nationality do."),
            where: { $0.card.citizenID.value.map { [0, 6, 7].contains($0.category.digit) } ?? false },
            example: { $0.citizenID = "6000000000000" }),
        Check(
            "id-class-age", .warning, Field.citizenID,
            Bilingual(
                "เลขหลักแรกเป็น 1 หรือ 2 ซึ่งให้แก่ผู้ที่เกิดตั้งแต่ปี 2527 แต่ผู้ถือบัตรเกิดก่อนนั้น",
                "The number begins with 1 or 2, which is for those born from 1984; the holder was born before."),
            where: { card in
                guard let digit = card.card.citizenID.value?.category.digit, let birth = card.birthDays else {
                    return false
                }
                return (1...2).contains(digit) && birth.upperBound < CalendarDay(year: 1984, month: 1, day: 1)
            },
            example: { $0.card.birthDate = .value(PartialDate(raw: "25261231")) }),
        // The layout of the number: class, province, district of the registry office. Register of 1984, Thai Wikipedia.
        Check(
            "id-office", .information, Field.citizenID,
            Bilingual(
                "เลขหลักที่ 2–3 ไม่ใช่รหัสของจังหวัดใด", "The number's second and third digit are no province's code."),
            where: { card in
                guard let citizenID = card.card.citizenID.value else { return false }
                return AreaCodes.area(String(citizenID.registrar.prefix(2))) == nil
            },
            example: { $0.citizenID = "1000000000009" }),
    ]
}

extension CheckedCard {
    fileprivate var citizenID: String {
        get { card.citizenID.value?.digits ?? "" }
        set { card.citizenID = CitizenID(newValue).map { .value($0) } ?? .blank }
    }
}
