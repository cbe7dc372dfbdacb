/// An address as the card stores it: up to eight parts, each with its label as part of the text.
///
/// It is the address of the day the card was issued: moving house does not rewrite it.
public struct Address: Hashable, Sendable {
    /// The eight parts in the order of the card. The raw values are those of the record.
    public enum Slot: String, Hashable, Sendable, CaseIterable {
        /// House number, `99/1`.
        case houseNumber
        /// Village, `หมู่ที่ 4`.
        case moo
        /// Lane, `ตรอก…`.
        case trok
        /// Side street, `ซอย…`.
        case soi
        /// Road, `ถนน…`.
        case road
        /// `ตำบล…`, in Bangkok `แขวง…`.
        case subdistrict
        /// `อำเภอ…`, in Bangkok `เขต…`.
        case district
        /// `จังหวัด…`, or `กรุงเทพมหานคร`.
        case province
    }

    /// The parts as the card holds them, trimmed; an empty one is a part left out.
    public let parts: [String]

    private let reading: AddressReading

    /// Takes the parts as they stand on the card.
    public init(parts: [String]) {
        self.parts = parts
        reading = AddressReading(parts)
    }

    /// Composes an address of eight parts.
    public init(_ slots: [Slot: String]) {
        self.init(parts: Slot.allCases.map { slots[$0] ?? "" })
    }

    /// Takes an address back out of its slots and the whole of it. Where the whole says all that the
    /// slots say, in another order or with more to it, it is the whole that the card held.
    public init(_ slots: [Slot: String], full: String) {
        let composed = Address(slots)
        let isWhole = composed.full != full && composed.parts.allSatisfy { $0.isEmpty || full.contains($0) }
        self = isWhole ? Address(parts: [full]) : composed
    }

    /// One part, label included; `nil` where the card leaves it out.
    public subscript(slot: Slot) -> String? {
        let part = reading.slots[slot.place]
        return part.isEmpty ? nil : part
    }

    /// How the parts were told apart.
    package var division: AddressDivision { reading.division }

    /// All parts in the card's order, by spaces.
    public var full: String { parts.filter { !$0.isEmpty }.joined(separator: " ") }

    /// A part without the word that says of which kind it is: `ตำบลตัวอย่าง` is `ตัวอย่าง`.
    public static func bareName(_ part: String) -> String { AddressLabel.name(of: part) }

    /// Whether a part has the word that says of which kind it is, or needs none.
    package static func hasLabel(_ part: String, of slot: Slot) -> Bool {
        AddressLabel.isUsual(part, in: slot) || (slot == .province && isCapital(part))
    }

    /// Whether a part is the capital's name, which needs no word that says of which kind it is.
    package static func isCapital(_ part: String) -> Bool { AddressLabel.isCapital(part) }
}
