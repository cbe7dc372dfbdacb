import ThaiIDCard

/// A date as older tools have it: `2533-04-15`, `25330415`, `15/4/2533`, with Buddhist or Gregorian years, which nobody
/// alive can mix up.
struct TableDate {
    private static let buddhist = 543
    private static let gregorianYears = 1_800..<2_200

    /// Eight digits with the Buddhist year, as on the card.
    let raw: String

    /// `nil` where it is no date that there is. Months and days that are 0 are not known.
    ///
    /// - Parameter ends: whether it is the end of something, which may never come.
    init?(_ text: String, ends: Bool = false) {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "-/.".utf8.contains($0) }) else { return nil }
        var parts = text.split(whereSeparator: { "-/.".contains($0) }).map(String.init)
        if parts.count == 1, text.utf8.count == 8 {
            parts = [String(text.prefix(4)), String(text.dropFirst(4).prefix(2)), String(text.suffix(2))]
        }
        if parts.count == 3, parts[2].utf8.count == 4, parts[0].utf8.count <= 2 { parts.reverse() }
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
            parts.dropFirst().allSatisfy({ $0.utf8.count <= 2 }),
            let year = Int(parts[0])
        else { return nil }
        let digits =
            [year + (Self.gregorianYears.contains(year) ? Self.buddhist : 0)] + parts.dropFirst().compactMap { Int($0) }
        raw = (digits + [0, 0]).prefix(3).map { ($0 < 10 ? "0" : "") + "\($0)" }.joined()
        guard !(ends ? PartialDate(expiry: raw) : PartialDate(raw: raw)).isImpossible else { return nil }
    }

    /// As `1990-04-15`; `nil` where it is no whole day.
    var day: String? {
        let date = PartialDate(raw: raw)
        return date.precision == .day ? date.iso : nil
    }
}
