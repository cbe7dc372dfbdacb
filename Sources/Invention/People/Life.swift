package import ThaiIDCard

/// The dates of an invented person's life that a card states, and what follows from them.
package struct Life {
    /// The last day on which an invented card was issued. It never moves, whatever day it is today:
    /// the same seed must give the same people.
    static let lastIssue = CalendarDay(year: 2025, month: 12, day: 31)

    let isFemale: Bool
    let birth: CalendarDay
    let issue: CalendarDay
    /// The last day of validity; `nil` for a card without end.
    let expiry: CalendarDay?

    /// Whole years on the day of issue: at least 7, from when on people are given a card.
    var ageAtIssue: Int { birth.years(until: issue) }

    /// Draws a life that suits what is odd about the card.
    init(_ lots: inout SplitMix64, _ oddities: Set<Oddity>) {
        isFemale = lots.happens(510)
        let isOld = !oddities.isDisjoint(with: Self.oddOfOldAge)
        let isOldCard = !isOld && !oddities.isDisjoint(with: Self.oddOfOldCards)
        let ages = lots.weighted([(7, 7...14), (22, 15...29), (32, 30...49), (27, 50...69), (12, 70...98)])
        let year = Self.lastIssue.year - lots.number(in: isOld ? 72...98 : isOldCard ? 30...69 : ages)
        var birth = CalendarDay(year: year, month: 1, day: 1).advanced(by: lots.below(365))
        if oddities.contains(.monthOnlyBirth) { birth = CalendarDay(year: year, month: birth.month, day: 1) }
        let last = Self.lastIssue.number - (isOldCard ? 9 * 365 : 0)
        let seven = birth.anniversary(7).number
        let seventy = birth.anniversary(70).number
        let years = isOldCard ? 4 : lots.happens(60) ? 12 : 9
        let wasOldAtIssue = isOld || (seventy <= last && lots.happens(500))
        let first = wasOldAtIssue ? max(seventy, Self.firstChip.number) : max(seven, last - years * 365)
        issue = CalendarDay(number: lots.number(in: min(first, last)...last))
        self.birth = birth
        expiry = birth.years(until: issue) < 70 ? Self.expiry(birth: birth, issue: issue) : nil
    }

    /// The day before the eighth birthday after the first one since the day of issue.
    package static func expiry(birth: CalendarDay, issue: CalendarDay) -> CalendarDay {
        birth.anniversary(birth.years(until: issue) + 1 + 8).advanced(by: -1)
    }

    private static let oddOfOldAge: Set<Oddity> = [.yearOnlyBirth, .unknownBirth, .blankBirth, .blankExpiry, .lifelong]

    /// Chips that lack their numbers are found on cards from before about 2016.
    private static let oddOfOldCards: Set<Oddity> = [.oldATR, .refusedChip]

    /// Before this day no invented card was issued.
    private static let firstChip = CalendarDay(year: 2012, month: 1, day: 1)
}

extension CalendarDay {
    /// So many days later.
    package func advanced(by days: Int) -> CalendarDay { CalendarDay(number: number + days) }

    /// The same day so many years later, for 29 February in a common year the day after.
    package func anniversary(_ years: Int) -> CalendarDay {
        CalendarDay(number: CalendarDay(year: year + years, month: month, day: day).number)
    }

    /// Whole years from this day to a later one.
    package func years(until later: CalendarDay) -> Int {
        later.year - year - ((later.month, later.day) < (month, day) ? 1 : 0)
    }
}
