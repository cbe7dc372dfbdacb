internal import ThaiIDCard

/// The numbers on invented cards. None can belong to a real one: registrar `0000` is no office, and
/// the laser number's first digits are zeros.
enum InventedNumbers {
    /// How many people there are before numbers repeat: seven digits of the citizen ID are free.
    static let count = 10_000_000

    /// Another number of seven digits for every number, in an order that a key decides.
    ///
    /// The digits are split into two numbers, below 3,125 and below 3,200, which take turns in being
    /// moved by an amount that follows from the other: each step can be undone, so no two meet.
    static func shuffled(_ number: Int, key: UInt64) -> Int {
        let (few, many) = (3125, 3200)
        var (low, high) = (number % few, number / few)
        for round in 0..<4 as Range<UInt64> {
            var lots = SplitMix64(key, round, UInt64(low))
            high = (high + lots.below(many)) % many
            lots = SplitMix64(key, round, UInt64(high) | 1 << 32)
            low = (low + lots.below(few)) % few
        }
        return high * few + low
    }

    /// Thirteen digits with a good check digit: category, `0000`, seven digits.
    static func citizenID(category: Int, number: Int) -> String {
        let digits = "\(category)0000" + number.padded(to: 7)
        let sum = zip(digits.utf8, (2...13).reversed()).reduce(0) { $0 + Int($1.0 - UInt8(ascii: "0")) * $1.1 }
        return digits + "\((11 - sum % 11) % 10)"
    }

    /// A category that goes with a birth: 1 and 2 are for those born from 1984 on, 3 and 4 for those
    /// born before.
    static func category(_ lots: inout SplitMix64, _ life: Life) -> Int {
        life.birth.year >= 1984
            ? lots.weighted([(90, 1), (5, 2), (3, 5), (2, 8)]) : lots.weighted([(85, 3), (5, 4), (8, 5), (2, 8)])
    }
}
