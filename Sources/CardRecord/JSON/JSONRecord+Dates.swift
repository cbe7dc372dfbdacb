package import ThaiIDCard

/// Dates for files that cannot say of a date that it is doubtful.
extension JSONRecord {
    /// A date of the card that somebody may have; `nil` where there is none, where no calendar has it, and
    /// where it contradicts the others or the day of reading.
    package func soundDate(_ field: Field.Handle<PartialDate>) -> PartialDate? {
        guard let date = date(field), !date.isImpossible, dates.doubt(about: field) == nil else { return nil }
        return date
    }

    /// What a file cannot say of its dates.
    ///
    /// - Parameter leavesOut: whether it leaves those out that nobody can have, see `soundDate`.
    package func notes(onDates fields: [Field.Handle<PartialDate>], leavesOut: Bool = true) -> [Bilingual] {
        let dates = dates
        return fields.compactMap { field in
            guard let date = date(field) else { return nil }
            let doubt = dates.doubt(about: field) ?? (date.isImpossible ? .impossible : nil)
            guard let words = (doubt ?? date.oldCalendar.map(DateOddity.oldYear))?.message else { return nil }
            let label = field.row.label
            let isLeftOut = leavesOut && doubt != nil
            return Bilingual(
                "\(isLeftOut ? "ไม่ได้เขียน " : "")\(label.thai): \(words.thai)",
                "\(isLeftOut ? "Left out: " : "")\(label.english). \(words.english)")
        }
    }

    private var dates: CardDates { CardDates(on: readAt.flatMap(CalendarDay.init(startOf:)), date) }
}
