internal import ThaiIDCard

/// A time on a sheet: what ISO 8601 says, kept in the zone in which it was said.
public struct Moment: Hashable, Sendable {
    let date: PartialDate
    /// `09:41:07`
    let clock: String
    /// `+07:00`, or `Z`.
    let offset: String

    /// Reads `2026-11-23T09:41:07+07:00`, with or without parts of a second; `nil` for anything else.
    public init?(iso text: String) {
        let whole =
            /(\d{4})-(\d{2})-(\d{2})T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.\d{1,9})?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)/
            .asciiOnlyDigits()
        guard let match = try? whole.wholeMatch(in: text), let year = Int(match.1) else { return nil }
        let date = PartialDate(raw: "\(year + 543)\(match.2)\(match.3)")
        guard date.precision == .day else { return nil }
        self.date = date
        clock = String(match.4)
        offset = String(match.5)
    }

    /// The day in that zone.
    var day: CalendarDay { CalendarDay(year: date.year ?? 0, month: date.month ?? 1, day: date.day ?? 1) }

    /// As ISO 8601 again, to the second.
    var iso: String { (date.iso ?? "") + "T" + clock + offset }

    /// Date and time for people, with the zone where it is not Thailand's.
    func text(in language: Language) -> String {
        let zone = offset == "+07:00" ? "" : offset == "Z" ? " (UTC)" : " (UTC\(offset))"
        return switch language {
        case .thai: "\(DateLines.written(date, .thai))\nเวลา \(clock) น.\(zone)"
        case .english: "\(DateLines.written(date, .english))\n\(clock)\(zone)"
        }
    }
}
