internal import CardTrace
internal import Invention
internal import ThaiIDCard

/// Puts invented digits in the place of digits.
///
/// Nine and more begin with `0000`, the registrar that no office has: the card's longer numbers carry a
/// registrar there. The last eight digits of a number under the photo are those of the request.
struct NumberDisguise {
    let pseudonym: Pseudonym

    /// The invented digits, as many, in the same alphabet.
    func callAsFunction(_ original: ArraySlice<UInt8>) -> [UInt8] {
        guard Set(original) != [UInt8(ascii: "0")] else { return Array(original) }
        let zero = original.first.map { TextByte($0) == .thaiDigit ? 0xF0 : 0x30 as UInt8 } ?? 0x30
        let digits = original.map { $0 - zero }
        guard digits.count == 14 else { return drawn(digits[...], zero) }
        return drawn(digits.prefix(6), zero, zeros: 4) + drawn(digits.suffix(8), zero)
    }

    private func drawn(_ digits: ArraySlice<UInt8>, _ zero: UInt8, zeros: Int? = nil) -> [UInt8] {
        let zeros = zeros ?? (digits.count >= 9 ? 4 : digits.first == 0 ? 1 : 0)
        let original = digits.map { $0 + zero }
        return pseudonym.drawn(.number, insteadOf: original[...]) { lots in
            original.indices.map { place in
                // A number that begins with something else than zero goes on doing so.
                place < zeros ? zero : zero + UInt8(place == 0 ? 1 + lots.below(9) : lots.below(10))
            }
        }
    }

    /// Thirteen digits of the same category, right or wrong as the original is; `nil` for anything else.
    ///
    /// Seven digits are free, so that of many thousands of people two may meet in one number.
    func citizenID(_ original: ArraySlice<UInt8>) -> [UInt8]? {
        guard let citizenID = CitizenID(ascii: original) else { return nil }
        return pseudonym.drawn(.citizenID, insteadOf: original) { lots in
            let start = "\(citizenID.category.digit)0000" + lots.digits(7)
            let right = Self.checkDigit(of: Array(start.utf8))
            let error = Int(original.last ?? 0) + 10 - Self.checkDigit(of: Array(original.prefix(12))) - 0x30
            return Array(start.utf8) + [UInt8(0x30 + (right + error) % 10)]
        }
    }

    /// `(11 − Σ dᵢ·(14 − i) mod 11) mod 10` over twelve digits.
    private static func checkDigit(of digits: [UInt8]) -> Int {
        let sum = zip(digits, (2...13).reversed()).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
        return (11 - sum % 11) % 10
    }
}
