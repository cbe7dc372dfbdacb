internal import ThaiIDCard

/// Dates as people write them, in both calendars.
enum DateText {
    /// The date as far as it is known: `15 เมษายน 2533 (ค.ศ. 1990)`, `15 April 1990 (B.E. 2533)`.
    static func text(_ date: PartialDate, _ language: Language) -> String {
        switch date.precision {
        case .lifelong: return Bilingual("ตลอดชีพ", "lifelong")[language]
        case .unknown where date.isImpossible:
            return Bilingual("\(date.raw) (ไม่มีในปฏิทิน)", "\(date.raw) (no such date)")[language]
        case .unknown: return Bilingual("ไม่ทราบ", "unknown")[language]
        case .day, .month, .year: break
        }
        guard let gregorian = date.year, let buddhist = date.buddhistYear else { return date.raw }
        let days = date.day.map { ["\($0)"] } ?? []
        let months = date.month.map { [MonthName.all[$0 - 1][language]] } ?? []
        let year =
            switch (language, date.precision) {
            case (.thai, .year): "พ.ศ. \(buddhist)"
            case (.thai, _): "\(buddhist)"
            case (.english, _): "\(gregorian)"
            }
        let other = Bilingual("(ค.ศ. \(gregorian))", "(B.E. \(buddhist))")[language]
        let gap = missing(date.precision).map { [$0[language]] } ?? []
        return (days + months + [year, other] + gap).joined(separator: " ")
    }

    private static func missing(_ precision: PartialDate.Precision) -> Bilingual? {
        switch precision {
        case .month: Bilingual("ไม่ทราบวันที่", "day unknown")
        case .year: Bilingual("ไม่ทราบวันและเดือน", "day and month unknown")
        case .day, .lifelong, .unknown: nil
        }
    }
}
