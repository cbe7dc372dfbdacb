internal import CardRecord
internal import SheetRequest
internal import ThaiIDCard

/// A date of a card in two lines: how people of the language write it, and the other calendar in
/// smaller type, with what is not known of it. Day and month are never invented.
struct DateLines: Hashable, Sendable {
    let value: String
    let note: String?

    /// - Parameter language: on a sheet in both, the note is the whole date in English.
    init(_ date: PartialDate, _ language: SheetLanguage) {
        let main = language.main
        switch date.precision {
        case .lifelong:
            value = language.text(SheetWords.lifelong)
            note = nil
        case .unknown:
            value = date.isImpossible ? SafeText.clean(date.raw) : language.text(SheetWords.unknownDate)
            note = date.isImpossible ? language.text(SheetWords.noSuchDate) : nil
        case .day, .month, .year:
            value = Self.written(date, main)
            let other = language == .english ? Self.buddhist(date) : Self.gregorian(date, language)
            let parts = [other, Self.later(date).map(language.text), Self.gap(date.precision).map(language.text)]
            note = parts.compactMap { $0 }.joined(separator: " · ")
        }
    }

    /// The date as far as it is known, in the calendar of the language.
    static func written(_ date: PartialDate, _ language: Language) -> String {
        let year = language == .thai ? date.buddhistYear : date.year
        let number = year.map(String.init) ?? ""
        let isBare = date.month == nil
        return [
            date.day.map(String.init), date.month.map { MonthName.all[$0 - 1][language] },
            isBare && language == .thai ? "พ.ศ. \(number)" : number,
        ].compactMap { $0 }.joined(separator: " ")
    }

    private static func buddhist(_ date: PartialDate) -> String { "B.E. \(date.buddhistYear ?? 0)" }

    private static func gregorian(_ date: PartialDate, _ language: SheetLanguage) -> String {
        language == .both ? written(date, .english) : "ค.ศ. \(date.year ?? 0)"
    }

    /// The Gregorian year that the old calendar allows as well.
    private static func later(_ date: PartialDate) -> Bilingual? {
        guard date.oldCalendar != nil, let year = date.year else { return nil }
        return Bilingual("หรือ ค.ศ. \(year + 1)", "or \(year + 1)")
    }

    private static func gap(_ precision: PartialDate.Precision) -> Bilingual? {
        switch precision {
        case .month: SheetWords.unknownDay
        case .year: SheetWords.unknownDayAndMonth
        case .day, .lifelong, .unknown: nil
        }
    }
}

extension Moment {
    /// Date and time for people, with the zone where it is not Thailand's.
    func text(in language: Language) -> String {
        let date = DateLines.written(PartialDate(raw: day.cardDigits), language)
        let zone = zone == "+07:00" ? "" : zone == "Z" ? " (UTC)" : " (UTC\(zone))"
        return switch language {
        case .thai: "\(date)\nเวลา \(clock) น.\(zone)"
        case .english: "\(date)\n\(clock)\(zone)"
        }
    }
}
