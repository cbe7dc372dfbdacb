public import SmartCard
public import ThaiIDCard

/// People who do not exist: ten million for every seed, each worked out on its own when asked for.
///
/// Nobody can take one for real: names are made of words such as ทดสอบ ("test") and ตัวอย่าง
/// ("example"), districts are invented, every citizen ID, officer's code and request carries the
/// registrar code `0000`, which no office has, and portraits are drawn. No two people of a seed
/// have the same citizen ID.
///
/// The same seed gives the same people for ever, byte for byte and on every machine. Frozen for that
/// are the random numbers and how they follow from seed, person and topic, the words and their order,
/// the order in which each topic draws its lots, the odds of the oddities, the drawing and its
/// encoding, and the day after which no card was issued. Since each topic has lots of its own, another
/// topic may be added without disturbing these.
///
/// `oddities` do not change what else a seed gives a person, except where they must.
public struct InventedPeople: Sendable, RandomAccessCollection {
    /// Which people.
    public let seed: UInt64
    /// Whether some cards are odd, as often as `Oddity.groups` says.
    public let isOdd: Bool
    /// Whether cards have photos, which take most of the time that people do. Without, nothing that
    /// is odd about a photo shows.
    public let hasPortraits: Bool

    /// Names the people of a seed.
    public init(seed: UInt64 = 1, odd isOdd: Bool = false, portraits hasPortraits: Bool = true) {
        self.seed = seed
        self.isOdd = isOdd
        self.hasPortraits = hasPortraits
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { InventedNumbers.count }

    /// What is odd about a card.
    public func oddities(at index: Int) -> Set<Oddity> {
        guard isOdd else { return [] }
        var lots = lots(.oddities, index)
        return Oddity.drawn(&lots)
    }

    /// A person's citizen ID, without working out the rest.
    public func citizenID(at index: Int) -> CitizenID {
        let oddities = oddities(at: index)
        guard let citizenID = CitizenID(citizenIDDigits(index, life(index, oddities), oddities)) else {
            preconditionFailure("thirteen digits make a citizen ID")
        }
        return citizenID
    }

    /// What draws from lots of its own. The numbers are part of what a seed gives.
    enum Topic: UInt64 {
        case oddities = 1
        case life, category, name, nameFilling, place, placeFilling, papers, chip, atr, health, photo, portrait,
            bytes
    }

    /// The lots of a topic for a person.
    func lots(_ topic: Topic, _ index: Int) -> SplitMix64 { SplitMix64(seed, UInt64(index), topic.rawValue) }

    func life(_ index: Int, _ oddities: Set<Oddity>) -> Life {
        var lots = lots(.life, index)
        return Life(&lots, oddities)
    }

    func citizenIDDigits(_ index: Int, _ life: Life, _ oddities: Set<Oddity>) -> String {
        var lots = lots(.category, index)
        let usual = InventedNumbers.category(&lots, life)
        let category = oddities.contains(.doubtfulCategory) ? 9 : usual
        let digits = InventedNumbers.citizenID(category: category, number: number(index, .category))
        guard oddities.contains(.badCheckDigit), let last = digits.last?.wholeNumberValue else { return digits }
        return digits.dropLast() + "\((last + lots.number(in: 1...9)) % 10)"
    }

    /// Seven digits that nobody else of this seed has for the same topic.
    func number(_ index: Int, _ topic: Topic) -> Int {
        var key = SplitMix64(seed, topic.rawValue)
        return InventedNumbers.shuffled(index, key: key.next())
    }
}

/// Somebody who does not exist, and the card that nobody holds.
public struct InventedPerson: Sendable {
    /// The person's place among all of a seed.
    public let index: Int
    /// What the card says, as a reader that reads all of it must report it.
    public let card: IDCard
    /// The card's bytes.
    public let image: CardImage
    /// What the card answers to reset.
    public let atr: ATR
    /// Whether data come at once, as from a reader that fetches what waits by itself.
    public let answersAtOnce: Bool
    /// What is odd about the card; nothing, unless odd people were asked for.
    public let oddities: Set<Oddity>

    /// When every invented card is said to have been read, wherever that has to be said: the day
    /// after the last on which one was issued.
    public static let readAt = "2026-01-01T00:00:00+07:00"
}
