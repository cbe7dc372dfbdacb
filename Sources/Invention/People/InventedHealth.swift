internal import ThaiIDCard

/// What an invented health office last wrote to a card: entitlements that nobody has, at hospitals
/// that are not there.
enum InventedHealth {
    /// Draws what is written, on some day since the card was issued.
    static func drawn(_ lots: inout SplitMix64, _ life: Life) -> IDCard.Health {
        var health = IDCard().health
        let written = CalendarDay(number: lots.number(in: life.issue.number...Life.lastIssue.number))
        let start = written.advanced(by: -lots.below(400))
        func text(_ text: String, _ lots: inout SplitMix64, blank perThousand: Int = 0) -> FieldState<String> {
            lots.happens(perThousand) ? .blank : .value(text)
        }
        health.mainEntitlement = text(lots.element(of: main), &lots)
        health.subEntitlement = text(lots.element(of: sub), &lots, blank: 300)
        health.mainHospital = text("โรงพยาบาล" + PlaceWords.name(&lots), &lots)
        health.subHospital = text(lots.element(of: units) + PlaceWords.name(&lots), &lots, blank: 400)
        health.paidType = text(String(lots.number(in: 1...5)), &lots)
        health.issueDate = date(start)
        health.expiryDate = lots.happens(400) ? .blank : date(start.anniversary(1 + lots.below(3)).advanced(by: -1))
        health.updateDate = date(written)
        health.hospitalChanges = text(String(lots.below(5)), &lots)
        return health
    }

    /// An application that was never written.
    static let blank: IDCard.Health = {
        var card = IDCard()
        for field in Field.all where field.applet == .health { field.putBlank(into: &card) }
        return card.health
    }()

    private static func date(_ day: CalendarDay) -> FieldState<PartialDate> { .value(PartialDate(raw: day.cardDigits)) }

    private static let main = [
        "สิทธิตัวอย่างสำหรับการทดสอบ", "สิทธิหลักประกันสมมติ", "สิทธิประกันสังคมจำลอง", "สิทธิสวัสดิการทดลอง",
    ]
    private static let sub = ["สิทธิย่อยตัวอย่าง", "ผู้มีอายุสมมติ", "ผู้พักอาศัยในนิทาน", "ผู้ทดลองใช้สิทธิ"]
    private static let units = ["สถานีอนามัย", "ศูนย์บริการ", "คลินิก"]
}
