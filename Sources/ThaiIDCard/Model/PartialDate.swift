/// A date as the card states it: eight digits, Buddhist year first, zeros for what is unknown.
///
/// Day and month are never invented. What names no real day keeps its digits and nothing else.
public struct PartialDate: Hashable, Sendable {
    /// The digits as they stand on the card, such as `25330400`.
    public let raw: String
    /// How much of the date is known.
    public let precision: Precision
    /// Gregorian year: the card's less 543.
    public let year: Int?
    /// 1 to 12.
    public let month: Int?
    /// 1 to 31.
    public let day: Int?

    /// How much of a date is known. The raw values are those of the record.
    public enum Precision: String, Hashable, Sendable, CaseIterable {
        /// A whole date.
        case day
        /// Year and month.
        case month
        /// The year alone.
        case year
        /// No end, which only an expiry can say.
        case lifelong
        /// Nothing, or no real date.
        case unknown
    }

    /// Reads what the card says of a day that was or will be; every text makes a date.
    ///
    /// `99999999` is no such day: that there is no end can be said of an expiry alone.
    public init(raw: String) { self.init(digits: raw, mayBeLifelong: false) }

    /// Reads what the card says of an expiry; every text makes a date.
    ///
    /// `99999999` stands for no end. Which other spellings cards use is not known: a Buddhist year
    /// of 9999 is none that anything ends in, so with any month and day it means the same.
    public init(expiry raw: String) { self.init(digits: raw, mayBeLifelong: true) }

    private init(digits raw: String, mayBeLifelong: Bool) {
        self.raw = raw
        let digits = raw.utf8.map { Int($0) - Int(UInt8(ascii: "0")) }
        let isNumber = digits.count == 8 && digits.allSatisfy { (0...9).contains($0) }
        let value = isNumber ? digits.reduce(0) { $0 * 10 + $1 } : 0
        let (year, month, day) = (value / 10_000 - 543, value / 100 % 100, value % 100)
        let hasYear = isNumber && year > 0
        if mayBeLifelong, isNumber, value / 10_000 == 9999 {
            (precision, self.year, self.month, self.day) = (.lifelong, nil, nil, nil)
        } else if hasYear, month == 0, day == 0 {
            (precision, self.year, self.month, self.day) = (.year, year, nil, nil)
        } else if hasYear, (1...12).contains(month), day == 0 {
            (precision, self.year, self.month, self.day) = (.month, year, month, nil)
        } else if hasYear, (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day) {
            (precision, self.year, self.month, self.day) = (.day, year, month, day)
        } else {
            (precision, self.year, self.month, self.day) = (.unknown, nil, nil, nil)
        }
    }

    /// Whether the digits claim a date that no calendar has.
    public var isImpossible: Bool { precision == .unknown && raw != "00000000" }

    /// Whether an expiry says in another way than `99999999` that there is no end.
    var isOddlyLifelong: Bool { precision == .lifelong && raw != "99999999" }

    /// The Gregorian date, as long as the precision: `1990-04-15`, `1990-04`, `1990`.
    public var iso: String? {
        guard let year else { return nil }
        return ([year.padded(to: 4)] + [month, day].compactMap { $0?.padded(to: 2) }).joined(separator: "-")
    }

    /// The Buddhist year: the Gregorian one and 543.
    public var buddhistYear: Int? { year.map { $0 + 543 } }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
