import ArgumentParser
import ThaiIDCard

/// A time on a sheet, in the one shape of a record's: `2026-11-23T09:41:07+07:00`, or `Z` for the zone.
struct SheetTime: ExpressibleByArgument {
    let text: String

    init?(argument: String) {
        let shape = argument.map { $0.isASCII && $0.isNumber ? "0" : $0 }
        guard
            ["0000-00-00T00:00:00+00:00", "0000-00-00T00:00:00-00:00", "0000-00-00T00:00:00Z"].contains(String(shape)),
            case let numbers = argument.split(whereSeparator: { !$0.isNumber }).compactMap({ Int($0) }),
            Self.isDay(numbers[0], argument.prefix(10)),
            numbers[3] < 24, numbers[4...].allSatisfy({ $0 < 60 }), numbers.count == 6 || numbers[6] <= 14
        else { return nil }
        text = argument
    }

    /// Whether a calendar has the day of `2026-11-23`.
    private static func isDay(_ year: Int, _ day: Substring) -> Bool {
        PartialDate(raw: "\(year + 543)\(day.dropFirst(4).filter { $0 != "-" })").precision == .day
    }
}
