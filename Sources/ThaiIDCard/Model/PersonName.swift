/// A name as the card stores it: `title#first#middle#last`.
///
/// The parts are kept as they stand; the four names are read out of them. Cards with three parts,
/// and texts with none, have been reported: there a title is taken for one where it is known, and no
/// part that is none is made one.
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

    /// Whether all of the name stands in one part that has several words.
    public var isUndivided: Bool {
        let (title, first, middle, last) = slots
        let names = [first, middle, last].compactMap { $0 }
        guard names.count <= 1, let whole = names.first ?? title else { return false }
        return whole.utf8.contains(UInt8(ascii: " "))
    }

    private var slots: (title: String?, first: String?, middle: String?, last: String?) {
        func part(_ index: Int) -> String? { parts[index].isEmpty ? nil : parts[index] }
        guard parts.count >= Self.usualParts else { return fewerSlots }
        if parts.count == Self.usualParts { return (part(0), part(1), part(2), part(3)) }
        let inner = Self.joined(parts[2..<(parts.count - 1)].map { $0 })
        return (part(0), part(1), inner.isEmpty ? nil : inner, part(parts.count - 1))
    }

    /// Fewer parts than usual: a title where one is known, then what names there are.
    private var fewerSlots: (title: String?, first: String?, middle: String?, last: String?) {
        var names = parts[...]
        var title: String?
        // A part left out in front says only that the card's first name, or its title, is missing.
        let front = names.drop { $0.isEmpty }
        if let known = front.first, PersonTitle.isKnown(known, language) {
            title = known
            names = front.dropFirst()
        }
        let filled = names.map { $0.isEmpty ? nil : $0 }
        switch filled.count {
        case 0: return (title, nil, nil, nil)
        case 1: return (title, filled[0], nil, nil)
        case 2: return (title, filled[0], nil, filled[1])
        default: return (title, filled[0], filled[1], filled[2])
        }
    }

    private static func joined(_ parts: [String?]) -> String {
        parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
