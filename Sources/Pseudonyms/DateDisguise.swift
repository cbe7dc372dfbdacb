internal import CardTrace
internal import Invention
internal import ThaiIDCard

/// Puts other days in the place of a card's dates.
///
/// Birth moves by up to two years, the card's other dates back by up to one, so that neither the days nor
/// the time between birth and issue are the holder's. Their order stays, and so does the rule that a
/// card ends on the eve of a birthday. Zeros, `99999999` and what no calendar has stay what they are.
struct DateDisguise {
    private let pseudonym: Pseudonym
    private let birth: Int
    private let issue: Int
    private let ruled: [String: String]

    /// Works out how far dates move.
    ///
    /// - Parameter dates: the dates that the card states, by the keys of their fields.
    init(pseudonym: Pseudonym, dates: [String: PartialDate]) {
        self.pseudonym = pseudonym
        let days = [Field.birthDate, Field.issueDate, Field.expiryDate].map { dates[$0.key].flatMap(\.wholeDay) }
        // What was issued stays in the past.
        var (birth, issue) = (Self.shift(pseudonym, .birthShift, 730), -abs(Self.shift(pseudonym, .issueShift, 365)))
        let moved = zip(days, [birth, issue, issue]).map { day, shift in day?.advanced(by: shift) }
        if Self.order(days) != Self.order(moved) { (birth, issue) = (min(birth, issue), min(birth, issue)) }
        birth = Self.inTheSameCalendar(birth, dates[Field.birthDate.key])
        (self.birth, self.issue) = (birth, issue)
        if let born = days[0], let issued = days[1], let ends = days[2],
            Life.expiry(birth: born, issue: issued) == ends,
            case let expiry = Life.expiry(birth: born.advanced(by: birth), issue: issued.advanced(by: issue)),
            expiry != ends
        {
            ruled = [Field.expiryDate.key: expiry.cardDigits]
        } else {
            ruled = [:]
        }
    }

    /// The date in the place of a field's; `nil` where these are no eight digits.
    func callAsFunction(_ original: PartialDate, of key: String) -> String? {
        guard original.raw.utf8.count == 8, original.raw.utf8.allSatisfy({ TextByte($0) == .digit }) else { return nil }
        if let ruled = ruled[key] { return ruled }
        switch original.precision {
        case .lifelong: return original.raw
        case .unknown: return original.isImpossible ? odd(original) : original.raw
        case .day, .month, .year: return Self.moved(original, by: key == Field.birthDate.key ? birth : issue)
        }
    }

    /// The date so many days on, as precise as it was; `nil` where that leaves no year of four digits.
    private static func moved(_ original: PartialDate, by days: Int) -> String? {
        guard let year = original.year, (3...9400).contains(year) else { return nil }
        if let day = original.wholeDay { return day.advanced(by: days).cardDigits }
        if let month = original.month { return Self.month(year * 12 + month - 1 + days / 31) + "00" }
        return (year + 543 + days.signum() * max(1, abs(days) / 365)).padded(to: 4) + "0000"
    }

    /// The number of days, or another, by which a birth is moved to a day of which the calendar of the
    /// time leaves as much open.
    private static func inTheSameCalendar(_ days: Int, _ birth: PartialDate?) -> Int {
        guard let birth else { return days }
        let others = [days, -days, 365, -365, 730, -730, 31, -31]
        let alike = others.first { shift in
            moved(birth, by: shift).map { PartialDate(raw: $0).oldCalendar == birth.oldCalendar } ?? false
        }
        return alike ?? days
    }

    /// A date that no calendar has, instead of another one: of the same year, month or day it may keep
    /// what is impossible.
    private func odd(_ original: PartialDate) -> String {
        guard original.isImpossible else { return original.raw }
        let bytes = Array(original.raw.utf8)
        let year = bytes.prefix(4).reduce(0) { $0 * 10 + Int($1 - 0x30) }
        let drawn = pseudonym.drawn(.number, insteadOf: bytes[...]) { lots in
            let others = [-2, -1, 1, 2].map { year + $0 }.filter {
                (1...9999).contains($0) && ($0 > 543) == (year > 543)
            }
            let moved = year == 0 ? 0 : others.isEmpty ? year : lots.element(of: others)
            let rest = lots.happens(500) && year != 0 ? String(original.raw.suffix(4)) : lots.digits(4)
            let date = PartialDate(raw: moved.padded(to: 4) + rest)
            // What happens to be a day is no stand-in; the original's own digits make another draw.
            return date.isImpossible ? Array(date.raw.utf8) : bytes
        }
        return String(decoding: drawn, as: UTF8.self)
    }

    /// A number of days other than a few, either way.
    private static func shift(_ pseudonym: Pseudonym, _ topic: Pseudonym.Topic, _ most: Int) -> Int {
        var lots = pseudonym.lots(topic)
        let days = lots.number(in: 31...most)
        return lots.happens(500) ? days : -days
    }

    /// Which of the days that are known comes after which.
    private static func order(_ days: [CalendarDay?]) -> [Bool] {
        let known = days.compactMap { $0 }
        return zip(known, known.dropFirst()).map { $0 < $1 }
    }

    /// Year and month of a count of months, as a card states them.
    private static func month(_ months: Int) -> String {
        (months / 12 + 543).padded(to: 4) + (months % 12 + 1).padded(to: 2)
    }
}

extension PartialDate {
    /// The day, where the date names one.
    fileprivate var wholeDay: CalendarDay? {
        guard let year, let month, let day else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }
}
