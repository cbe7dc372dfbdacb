/// Whether a card may still be used, by the dates on it.
public enum Validity: Hashable, Sendable {
    /// Not yet past its last day.
    case valid
    /// Past its last day.
    case expired
    /// Without end: the card says so, or it was still valid on the holder's 70th birthday.
    case lifelong
    /// The dates do not tell.
    case unknown

    /// Judges a card on a day.
    ///
    /// A card that has not expired by the holder's 70th birthday stays valid for life, whatever
    /// date it bears: so says the Department of Provincial Administration of its own cards.
    public init(expiry: PartialDate?, birth: PartialDate?, on today: CalendarDay) {
        guard let expiry else {
            self = .unknown
            return
        }
        guard let lastDays = expiry.possibleDays else {
            self = expiry.precision == .lifelong ? .lifelong : .unknown
            return
        }
        let seventieth = birth?.possibleDays.map { Self.addingSeventyYears($0) }
        if let seventieth, lastDays.lowerBound >= seventieth.upperBound {
            self = .lifelong
        } else if today <= lastDays.lowerBound {
            self = .valid
        } else if today > lastDays.upperBound {
            let mayBeLifelong = seventieth.map { lastDays.upperBound >= $0.lowerBound } ?? true
            self = mayBeLifelong ? .unknown : .expired
        } else {
            self = .unknown
        }
    }

    private static func addingSeventyYears(_ days: ClosedRange<CalendarDay>) -> ClosedRange<CalendarDay> {
        func later(_ day: CalendarDay) -> CalendarDay {
            CalendarDay(year: day.year + 70, month: day.month, day: day.day)
        }
        return later(days.lowerBound)...later(days.upperBound)
    }
}
