/// A name as the card stores it: `title#first#middle#last`.
///
/// The parts are kept as they stand; the four names are read out of them. Cards with three parts,
/// and texts with none, have been reported.
public struct PersonName: Hashable, Sendable {
    /// How many parts a name usually has.
    public static let usualParts = 4

    /// The parts as the card holds them, trimmed; an empty one is a part left out.
    public let parts: [String]
    /// The language the name is written in.
    public let language: Language

    /// Takes the parts as they stand on the card.
    public init(parts: [String], language: Language) {
        self.parts = parts
        self.language = language
    }

    /// Composes a name of four parts.
    public init(title: String?, first: String?, middle: String?, last: String?, language: Language) {
        self.init(parts: [title, first, middle, last].map { $0 ?? "" }, language: language)
    }

    /// Title or rank, in any spelling: no list of them is complete.
    public var title: String? { slots.title }
    /// First name.
    public var first: String? { slots.first }
    /// Middle name.
    public var middle: String? { slots.middle }
    /// Family name; a person may have none.
    public var last: String? { slots.last }

    /// The name as it is written out: Thai sets no space between title and first name.
    public var full: String {
        switch language {
        case .thai: Self.joined([(title ?? "") + (first ?? ""), middle, last])
        case .english: Self.joined([title, first, middle, last])
        }
    }

    private var slots: (title: String?, first: String?, middle: String?, last: String?) {
        func part(_ index: Int) -> String? { parts[index].isEmpty ? nil : parts[index] }
        switch parts.count {
        case 0: return (nil, nil, nil, nil)
        case 1: return (nil, part(0), nil, nil)
        case 2: return (nil, part(0), nil, part(1))
        case 3: return (part(0), part(1), nil, part(2))
        case 4: return (part(0), part(1), part(2), part(3))
        default:
            let inner = Self.joined(parts[2..<(parts.count - 1)].map { $0 })
            return (part(0), part(1), inner.isEmpty ? nil : inner, part(parts.count - 1))
        }
    }

    private static func joined(_ parts: [String?]) -> String {
        parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
