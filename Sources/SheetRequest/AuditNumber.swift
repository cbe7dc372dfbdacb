internal import ThaiIDCard

/// The number by which a sheet can be traced or reported lost: letters, digits and hyphens.
public struct AuditNumber: Hashable, Sendable, CustomStringConvertible {
    /// As it stands on the sheet.
    public let description: String

    /// Takes a number of 1 to 40 characters; `nil` for anything else.
    public init?(_ text: String) {
        let isPlain = text.utf8.allSatisfy { byte in
            let character = Character(Unicode.Scalar(byte))
            return character.isASCII && (character.isLetter || character.isNumber || character == "-")
        }
        guard isPlain, (1...40).contains(text.utf8.count) else { return nil }
        self.init(text: text)
    }

    init(text: String) { description = text }
}

/// Numbers that `thaiid` gives out, by which a sheet can be traced or reported lost: `7K3M-Q9TD-2V`.
///
/// Nine random characters and one that checks them, in Crockford's base 32, which has no letter that
/// is read for a digit. They say nothing of the card.
extension AuditNumber {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let count = 10

    /// A new one, by the system's generator.
    package static func random() -> AuditNumber {
        var generator = SystemRandomNumberGenerator()
        return random(using: &generator)
    }

    package static func random(using generator: inout some RandomNumberGenerator) -> AuditNumber {
        let random = (1..<count).map { _ in UInt8.random(in: 0...31, using: &generator) }
        return AuditNumber(values: random + [times2(syndrome(random))])
    }

    /// Writes values of 0 to 31, the check character last, in groups of four, four and two.
    private init(values: [UInt8]) {
        let text = String(values.map { Self.alphabet[Int($0)] })
        self.init(text: "\(text.prefix(4))-\(text.dropFirst(4).prefix(4))-\(text.dropFirst(8))")
    }

    /// Takes what somebody read or heard: in either case, with or without hyphens, with `O` for `0`
    /// and `I` or `L` for `1`. `nil` where the check character does not agree.
    package init?(checked text: String) {
        let heard = InputText.withoutGaps(text.uppercased()).map { character -> Character in
            switch character {
            case "O": "0"
            case "I", "L": "1"
            default: character
            }
        }
        let values = heard.compactMap { Self.alphabet.firstIndex(of: $0).map(UInt8.init) }
        guard values.count == heard.count, values.count == Self.count, Self.syndrome(values) == 0 else { return nil }
        self.init(values: values)
    }

    /// Zero for a number with its check character.
    ///
    /// The characters are the coefficients of a polynomial over the field of 32 elements, and this is
    /// its value at the primitive element 2: one wrong character, or any two swapped, change it.
    private static func syndrome(_ values: [UInt8]) -> UInt8 {
        values.reduce(0) { times2($0) ^ $1 }
    }

    /// Twice an element of the field, by x⁵ + x² + 1.
    private static func times2(_ value: UInt8) -> UInt8 {
        let doubled = value << 1
        return doubled > 31 ? doubled ^ 0b100101 : doubled
    }
}
