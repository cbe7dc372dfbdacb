/// What can be odd about a date.
public enum DateOddity: Hashable, Sendable {
    /// Digits that name no day.
    case impossible
    /// An expiry that says otherwise than usual that there is no end.
    case lifelong
    /// The calendar of the time leaves the year open.
    case oldYear(OldCalendar)
    /// The year is Gregorian by the look of it.
    case gregorian
    /// It lies after the day of reading, and cannot lie ahead.
    case ahead
    /// It lies so far back that nobody lives who saw it.
    case tooOld
    /// It comes after the day of issue, and cannot.
    case afterIssue
    /// It comes before the day of issue, and cannot.
    case beforeIssue

    /// The name by which scripts know it.
    var code: String {
        switch self {
        case .impossible: "date.impossible"
        case .lifelong: "date.lifelong"
        case .oldYear: "date.old-year"
        case .gregorian: "date.gregorian"
        case .ahead: "date.ahead"
        case .tooOld: "date.too-old"
        case .afterIssue: "date.after-issue"
        case .beforeIssue: "date.before-issue"
        }
    }
}

/// What the calendar of the time leaves open of a date's Gregorian year.
///
/// Until 1940 the Thai year began on 1 April: January to March came last in it, one Gregorian year
/// later than 543 less suggests. The year 2483 had nine months only, and 2484 was the first to begin
/// on 1 January (1941). Whether such dates were moved when offices entered them is not public, so
/// nothing is corrected.
public enum OldCalendar: Hashable, Sendable {
    /// January to March, or no month at all, of a year up to 2482: the Gregorian year may be one later.
    case yearMayBeLater
    /// January to March of 2483, which the calendar of the time did not have.
    case monthsThatWereNot
}

extension PartialDate {
    /// What the old calendar leaves open; `nil` for a date that both calendars read alike, and for a
    /// year that is Gregorian by the look of it.
    public var oldCalendar: OldCalendar? {
        guard let buddhistYear, !looksGregorian, month.map({ $0 <= 3 }) ?? (buddhistYear <= 2482) else { return nil }
        switch buddhistYear {
        case ...2482: return .yearMayBeLater
        case 2483: return .monthsThatWereNot
        default: return nil
        }
    }

    /// Whether the card's year is one of our days in the Gregorian calendar, where it should be the
    /// Buddhist one: nobody was born, and no card issued, in the fourteenth to the seventeenth century.
    var looksGregorian: Bool { buddhistYear.map { (1850...2150).contains($0) } ?? false }
}
