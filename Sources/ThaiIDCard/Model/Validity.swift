/// Whether a card may still be used, by the dates on it.
package enum Validity: Hashable, Sendable {
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
    ///
    /// - Parameter today: `nil` where the day is not known.
    package init(expiry: PartialDate?, birth: PartialDate?, on today: CalendarDay?) {
        guard let expiry else {
            self = .unknown
            return
        }
        guard let lastDays = expiry.possibleDays else {
            self = expiry.precision == .lifelong ? .lifelong : .unknown
            return
        }
        let seventieth = birth?.possibleDays.map {
            $0.lowerBound.adding(years: 70)...$0.upperBound.adding(years: 70)
        }
        if let seventieth, lastDays.lowerBound >= seventieth.upperBound {
            self = .lifelong
        } else if let today {
            self.init(lastDays: lastDays, seventieth: seventieth, on: today)
        } else {
            self = .unknown
        }
    }

    private init(lastDays: ClosedRange<CalendarDay>, seventieth: ClosedRange<CalendarDay>?, on today: CalendarDay) {
        if today <= lastDays.lowerBound {
            self = .valid
        } else if today > lastDays.upperBound {
            let mayBeLifelong = seventieth.map { lastDays.upperBound >= $0.lowerBound } ?? true
            self = mayBeLifelong ? .unknown : .expired
        } else {
            self = .unknown
        }
    }

    /// In words for people, everywhere the same.
    ///
    /// - Parameter expiry: the date on the card, which says by itself that there is no end, or does not.
    package func words(expiry: PartialDate?) -> Bilingual? {
        switch self {
        case .valid: Bilingual("ยังไม่หมดอายุ", "valid")
        case .expired: Bilingual("หมดอายุแล้ว", "EXPIRED")
        case .lifelong where expiry?.precision == .lifelong: nil
        case .lifelong:
            Bilingual("ใช้ได้ตลอดชีพ (ยังไม่หมดอายุเมื่ออายุครบ 70 ปี)", "valid for life (not expired at age 70)")
        case .unknown: Bilingual("ไม่ทราบว่าหมดอายุหรือไม่", "validity unknown")
        }
    }
}
