/// The dates of a card, judged together and from the day on which it was read: what nobody can have.
///
/// A single date tells whether a calendar has it. That its holder would not be born yet, or 150 years
/// old, only shows beside today and the other dates. A date that is doubtful here keeps its value; who
/// reckons with it (an age, a validity) asks here first.
package struct CardDates: Sendable {
    /// The dates in the order of the rules.
    private let dates: [PartialDate?]
    private let today: CalendarDay?

    /// Takes the dates of a card.
    ///
    /// - Parameter today: the day on which the card was read; `nil` where that is not known.
    package init(_ card: IDCard, on today: CalendarDay?) {
        // In the order of the rules, whose paths cost more than all else here.
        self.init(
            on: today,
            [
                card.birthDate.value, card.issueDate.value, card.expiryDate.value, card.health.issueDate.value,
                card.health.expiryDate.value, card.health.updateDate.value,
            ])
    }

    /// Takes the dates that somebody has of their fields.
    package init(on today: CalendarDay?, _ date: (_ field: Field.Handle<PartialDate>) -> PartialDate?) {
        self.init(on: today, Rule.all.map { date($0.field) })
    }

    private init(on today: CalendarDay?, _ dates: [PartialDate?]) {
        self.today = today.map(\.inGregorianYears).flatMap { $0.year >= Self.firstYear ? $0 : nil }
        self.dates = dates
    }

    /// Cards of this kind exist since 2004: a clock that says less was never set.
    private static let firstYear = 2004

    /// How long nobody has lived yet, in years.
    private static let longestLife = 130

    /// Why a field's date can be nobody's; `nil` where nothing speaks against it.
    package func doubt(about field: Field.Handle<PartialDate>) -> DateOddity? {
        Rule.all.firstIndex { $0.field == field }.flatMap(doubt)
    }

    /// Whole years that the holder has lived; `nil` where the birth is unknown or doubtful.
    package var age: ClosedRange<Int>? { today.flatMap { sound(Rule.birth)?.age(on: $0) } }

    /// Whether the card may still be used. A last day before the day of issue is past all the same.
    package var validity: Validity {
        guard doubtByItself(Rule.expiry) == nil else { return .unknown }
        return Validity(expiry: dates[Rule.expiry], birth: sound(Rule.birth), on: today)
    }

    private func sound(_ index: Int) -> PartialDate? { doubt(index) == nil ? dates[index] : nil }

    fileprivate func doubt(_ index: Int) -> DateOddity? {
        guard let days = dates[index]?.possibleDays else { return nil }
        if let own = doubtByItself(index) { return own }
        let rule = Rule.all[index]
        if let end = soundDays(rule.notAfter), days.lowerBound > end.upperBound { return .afterIssue }
        if let start = soundDays(rule.notBefore), days.upperBound < start.lowerBound { return .beforeIssue }
        return nil
    }

    private func doubtByItself(_ index: Int) -> DateOddity? {
        guard let date = dates[index], let days = date.possibleDays else { return nil }
        if date.looksGregorian { return .gregorian }
        guard let today else { return nil }
        if !Rule.all[index].mayLieAhead, days.lowerBound > today { return .ahead }
        return days.upperBound.adding(years: Self.longestLife) < today ? .tooOld : nil
    }

    /// The days of a date that is not doubtful by itself: what else would speak for itself against others.
    private func soundDays(_ index: Int?) -> ClosedRange<CalendarDay>? {
        guard let index, doubtByItself(index) == nil else { return nil }
        return dates[index]?.possibleDays
    }
}

/// What a date of a card has to be to today and to the other dates.
private struct Rule: Sendable {
    let field: Field.Handle<PartialDate>
    /// Whether it may lie ahead of the day of reading.
    var mayLieAhead = false
    /// The rule whose date it may not come after.
    var notAfter: Int?
    /// The rule whose date it may not come before.
    var notBefore: Int?

    static let (birth, issue, expiry, healthIssue) = (0, 1, 2, 3)

    static let all = [
        Rule(field: Field.birthDate, notAfter: issue),
        Rule(field: Field.issueDate),
        Rule(field: Field.expiryDate, mayLieAhead: true, notBefore: issue),
        Rule(field: Field.Health.issueDate, mayLieAhead: true),
        Rule(field: Field.Health.expiryDate, mayLieAhead: true, notBefore: healthIssue),
        Rule(field: Field.Health.updateDate),
    ]
}

extension IDCard {
    /// Notes of each date that nobody can have that it is doubtful: a warning, once, and the state
    /// `partial`. The value stays.
    ///
    /// - Parameter today: the day on which the card was read; `nil` where that is not known.
    package mutating func noteDoubtfulDates(on today: CalendarDay?) {
        let dates = CardDates(self, on: today)
        for (index, rule) in Rule.all.enumerated() {
            guard let doubt = dates.doubt(index), let date = rule.field.state(in: self).value else { continue }
            self[keyPath: rule.field.path] = .partial(date)
            let warning = Warning(.date(doubt), field: rule.field.key)
            if !warnings.contains(warning) { insert(warning) }
        }
    }

    /// Puts a warning among the others, which stand in the order of the fields.
    private mutating func insert(_ warning: Warning) {
        let order = Field.all.map(\.key)
        let own = order.firstIndex(of: warning.field) ?? order.endIndex
        let next = warnings.firstIndex { order.firstIndex(of: $0.field).map { $0 > own } ?? true }
        warnings.insert(warning, at: next ?? warnings.endIndex)
    }
}
