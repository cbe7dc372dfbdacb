package import ThaiIDCard

/// A province, a district or a subdistrict, by the code that the Department of Provincial Administration gave it.
package struct Area: Hashable, Sendable {
    package enum Level: Hashable, Sendable, CaseIterable {
        case province, district, subdistrict

        /// The level whose codes have so many digits.
        init?(digits: Int) {
            guard digits.isMultiple(of: 2), let level = Self.allCases.dropFirst(digits / 2 - 1).first, digits > 0 else {
                return nil
            }
            self = level
        }
    }

    /// Two digits of a province, four of a district, six of a subdistrict.
    package let code: String
    package let level: Level
    /// What it is called, without the word for its level. Of some that are no more the English name is not known, and is
    /// the Thai one.
    package let name: Bilingual
    /// The day from which there is no such area; of most that ended before 2006 the day on which their codes were dropped.
    package let ended: CalendarDay?
    /// The codes of what took its place, where that is known.
    package let successors: [String]
    /// Whether the Royal Gazette names the successors; else they were found by their names.
    package let hasProvenSuccessors: Bool

    /// The Thai name as addresses have it: `แขวงบางนาใต้`, `อำเภอเมืองพะเยา`, `กรุงเทพมหานคร`.
    package var words: String {
        let isCapital = code.hasPrefix(Self.capital)
        return switch level {
        case .province: isCapital ? name.thai : "จังหวัด" + name.thai
        case .district: (isCapital ? "เขต" : "อำเภอ") + name.thai
        case .subdistrict: (isCapital ? "แขวง" : "ตำบล") + name.thai
        }
    }

    /// The code of Bangkok, whose areas have words of their own.
    static let capital = "10"
}

extension Area {
    /// The area of a row of the list.
    init(_ row: AreaList.Row, in list: AreaList) {
        let rest = String(decoding: list.bytes[row.name.lowerBound..<row.end], as: UTF8.self)
        let parts = rest.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        code = String(row.code)
        level = row.level
        name = Bilingual(parts[0], parts[1].isEmpty ? parts[0] : parts[1])
        ended = parts.count > 2 ? CalendarDay(iso: Array(parts[2].utf8)) : nil
        hasProvenSuccessors = parts.count > 3 && parts[3] == "notice"
        successors = parts.count > 4 ? parts[4].split(separator: " ").map(String.init) : []
    }
}
