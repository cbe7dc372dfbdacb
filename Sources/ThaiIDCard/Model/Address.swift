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

        /// How a part of this kind begins.
        var prefixes: [String] {
            switch self {
            case .houseNumber: []
            case .moo: ["หมู่"]
            case .trok: ["ตรอก"]
            case .soi: ["ซอย"]
            case .road: ["ถนน"]
            case .subdistrict: ["ตำบล", "แขวง", "ต."]
            case .district: ["อำเภอ", "เขต", "อ."]
            case .province: ["จังหวัด", "จ.", "กรุงเทพ"]
            }
        }
    }

    /// The parts as the card holds them, trimmed; an empty one is a part left out.
    public let parts: [String]

    /// Takes the parts as they stand on the card.
    public init(parts: [String]) { self.parts = parts }

    /// Composes an address of eight parts.
    public init(_ slots: [Slot: String]) {
        self.init(parts: Slot.allCases.map { slots[$0] ?? "" })
    }

    /// One part, label included; `nil` where the card leaves it out.
    ///
    /// Eight parts are told apart by their place; any other number by how each begins, the first
    /// without a label being the house number.
    public subscript(slot: Slot) -> String? {
        if parts.count == Slot.allCases.count {
            let part = Slot.allCases.firstIndex(of: slot).map { parts[$0] } ?? ""
            return part.isEmpty ? nil : part
        }
        return parts.first { !$0.isEmpty && Self.slot(of: $0) == slot }
    }

    /// All parts in the card's order, by spaces.
    public var full: String { parts.filter { !$0.isEmpty }.joined(separator: " ") }

    private static func slot(of part: String) -> Slot {
        Slot.allCases.first { slot in slot.prefixes.contains { starts(part, with: $0) } } ?? .houseNumber
    }

    /// By scalars: a mark after the label would make another character of its last letter.
    private static func starts(_ part: String, with label: String) -> Bool {
        part.unicodeScalars.starts(with: label.unicodeScalars)
    }
}
