/// The 13 digits by which every person in the Thai population register is known.
///
/// The layout is category (1), registrar (4), book (5), running number (2), check digit (1). Any
/// 13 digits make a value, since a card may hold a wrong number: ask `hasValidCheckDigit`.
public struct CitizenID: Hashable, Sendable {
    private let number: UInt64

    /// Takes 13 ASCII digits; `nil` for anything else.
    public init?(ascii bytes: some Collection<UInt8>) {
        guard bytes.count == 13 else { return nil }
        var number: UInt64 = 0
        for byte in bytes {
            let digit = byte &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            number = number &* 10 &+ UInt64(digit)
        }
        self.number = number
    }

    /// Takes 13 digits as text; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        self.init(ascii: Array(text.utf8))
    }

    /// The 13 digits. Personal data: `description` masks them, this does not.
    public var digits: String { number.padded(to: 13) }

    /// Whether the last digit is `(11 − Σ dᵢ·(14 − i) mod 11) mod 10` over the other twelve.
    public var hasValidCheckDigit: Bool {
        var rest = number / 10
        var sum: UInt64 = 0
        for weight in 2...13 as ClosedRange<UInt64> {
            sum += rest % 10 * weight
            rest /= 10
        }
        return (11 - sum % 11) % 10 == number % 10
    }

    /// The first digit: how the holder came into the register.
    public var category: Category { Category(digit: Int(number / 1_000_000_000_000)) }

    /// Digits two to five: the registry office that gave the number.
    public var registrar: String { String(digits.dropFirst().prefix(4)) }

    /// The digits as they are printed on the card: `1 0000 00000 00 9`.
    public var grouped: String { Self.group(digits, separator: " ") }

    /// The digits with all but the last three hidden: `x-xxxx-xxxxx-00-9`.
    public var masked: String { Self.mask(digits) }

    /// Hides all but the last three of 13 digits, and all of anything else.
    public static func mask(_ digits: String) -> String {
        guard digits.count == 13 else { return String(repeating: "x", count: digits.count) }
        return group(String(repeating: "x", count: 10) + digits.suffix(3), separator: "-")
    }

    /// Whether a text repeats the number: in any digits, Thai ones too, whatever stands between them.
    public func isRepeated(in text: String) -> Bool {
        text.compactMap(\.wholeNumberValue).filter { $0 < 10 }.map(String.init).joined().contains(digits)
    }

    private static func group(_ digits: String, separator: String) -> String {
        var rest = digits[...]
        var groups: [Substring] = []
        for count in [1, 4, 5, 2, 1] {
            groups.append(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        return groups.joined(separator: separator) + rest
    }
}

extension CitizenID: CustomStringConvertible, CustomReflectable {
    /// The masked form, so that a log line that prints a value gives nothing away.
    public var description: String { masked }
    /// The masked form.
    public var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}

extension CitizenID {
    /// How a person came into the register, by the first digit.
    public struct Category: Hashable, Sendable {
        /// 0 to 9.
        public let digit: Int

        /// One for each first digit, in order.
        public static let all = (0...9).map(Category.init)

        /// What the digit stands for, from the register's published scheme.
        public var label: Bilingual { Self.labels[digit] }

        /// Whether sources disagree about what the digit stands for.
        public var isDoubtful: Bool { digit == 9 }

        private static let labels = [
            Bilingual("บุคคลไม่มีสถานะทางทะเบียน", "without civil registration status"),
            Bilingual("คนไทย เกิดตั้งแต่ 1 ม.ค. 2527 แจ้งเกิดในกำหนด", "Thai, born from 1984, registered on time"),
            Bilingual("คนไทย เกิดตั้งแต่ 1 ม.ค. 2527 แจ้งเกิดเกินกำหนด", "Thai, born from 1984, registered late"),
            Bilingual("มีชื่อในทะเบียนบ้าน 1 ม.ค. – 31 พ.ค. 2527", "in the house register by 31 May 1984"),
            Bilingual("ย้ายเข้าโดยยังไม่มีเลข 1 ม.ค. – 31 พ.ค. 2527", "moved in without a number by 31 May 1984"),
            Bilingual("เพิ่มชื่อในทะเบียนบ้านภายหลัง", "added to the register later"),
            Bilingual("เข้าเมืองโดยไม่ชอบด้วยกฎหมาย หรืออยู่ชั่วคราว", "entered unlawfully or stays for a time"),
            Bilingual("บุตรของผู้มีเลขกลุ่ม 6 ที่เกิดในไทย", "born in Thailand to a holder of category 6"),
            Bilingual("คนต่างด้าวเข้าเมืองถูกต้อง หรือได้สัญชาติไทย", "lawfully admitted alien, or naturalised"),
            Bilingual("ไม่มีข้อมูลที่ยืนยันได้", "reserved; sources disagree"),
        ]
    }
}

/// What masking leaves of a citizen ID: its last three digits, `x-xxxx-xxxxx-00-9`.
///
/// It names nobody, and no other digits can be had from it.
public struct MaskedCitizenID: Hashable, Sendable, CustomStringConvertible {
    /// How it is written.
    public let description: String

    /// Masks a number.
    public init(_ citizenID: CitizenID) { description = citizenID.masked }

    /// Takes one as it is written; `nil` for anything else.
    public init?(_ text: String) {
        let hidden = Array("x-xxxx-xxxxx-".utf8)
        let (start, end) = (text.utf8.prefix(hidden.count), text.utf8.dropFirst(hidden.count))
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard start.elementsEqual(hidden), end.count == 4 else { return nil }
        for (place, byte) in end.enumerated() {
            guard place == 2 ? byte == UInt8(ascii: "-") : digits.contains(byte) else { return nil }
        }
        description = text
    }
}
