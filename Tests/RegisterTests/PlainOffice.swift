/// What the register should know, kept as plainly as can be: one dictionary of people by number, each with the cards
/// that were seen. Written after the design's words (observations, a fold, visits), not after the register's code.
struct PlainOffice {
    /// A card as it was seen once.
    struct Sighting {
        let issue: Int
        let read: Int64
        let first: String
        let house: String
    }

    struct Person {
        var sightings: [Sighting] = []
        /// An officer's word on the house number, and the newest day of issue that was known then.
        var correction: (house: String, newest: Int)?
        var visits: [(purpose: String, at: Int64)] = []
        var replacedBy: String?
    }

    let days: [String: Int]
    private(set) var people: [String: Person] = [:]
    /// When whoever had a number was erased last.
    private(set) var erased: [String: Int64] = [:]
    private(set) var visits = 0
    /// Numbers that a number has replaced.
    private var former: [String: [String]] = [:]

    init(days: [String: Int]) { self.days = days }

    /// Whether the card may be saved: what was read before somebody was erased is not taken.
    func takes(_ number: String, read: Int64) -> Bool { people[number] != nil || read > erased[number] ?? .min }

    mutating func save(_ number: String, _ sighting: Sighting, for purpose: String) {
        people[number, default: Person()].sightings.append(sighting)
        people[number, default: Person()].visits.append((purpose, sighting.read))
        visits += 1
    }

    mutating func correct(_ number: String, house: String) {
        guard let person = people[number] else { return }
        people[number]?.correction = (house, person.sightings.map(\.issue).max() ?? 0)
    }

    mutating func takeBack(_ number: String) { people[number]?.correction = nil }

    mutating func link(_ old: String, to new: String) {
        people[old]?.replacedBy = new
        former[new, default: []].append(old)
    }

    mutating func unlink(_ old: String) {
        guard let new = people[old]?.replacedBy else { return }
        people[old]?.replacedBy = nil
        former[new, default: []].removeAll { $0 == old }
    }

    /// Who somebody is by now.
    func survivor(of number: String) -> String {
        var number = number
        while let next = people[number]?.replacedBy { number = next }
        return number
    }

    /// All numbers of somebody, of which this is the newest.
    func numbers(of newest: String) -> [String] {
        [newest] + former[newest, default: []].flatMap { numbers(of: $0) }
    }

    mutating func erase(_ number: String, at now: Int64) {
        for number in numbers(of: survivor(of: number)) {
            people[number] = nil
            former[number] = nil
            erased[number] = now
        }
    }

    /// Takes out everybody of whom the last purpose has run out; gives how many people that were.
    mutating func purge(at now: Int64) -> Int {
        func day(_ micros: Int64) -> Int64 { (micros + 7 * 3_600_000_000) / 86_400_000_000 }
        let due = people.keys.filter { number in
            people[number]?.replacedBy == nil
                && numbers(of: number).flatMap { people[$0]?.visits ?? [] }
                    .allSatisfy { day(now) - day($0.at) > days[$0.purpose] ?? 0 }
        }
        for number in due { erase(number, at: now) }
        return due.count
    }

    /// What is shown of somebody.
    func shown(_ number: String) -> PlainView? { people[survivor(of: number)].map(PlainView.init) }
}

/// What is shown of somebody: of the newest card, by its day of issue.
struct PlainView: Hashable {
    let first: String
    let house: String
    let flags: Set<String>
    let names: [String]

    init(first: String, house: String, flags: Set<String>, names: [String]) {
        (self.first, self.house, self.flags, self.names) = (first, house, flags, names)
    }

    init(_ person: PlainOffice.Person) {
        let cards = Dictionary(grouping: person.sightings, by: \.issue).sorted { $0.key < $1.key }.map(\.value)
        let newest = cards[cards.count - 1]
        var flags: Set<String> = []
        if cards.count > 1 {
            flags.insert("re-issued")
            let before = cards[cards.count - 2][0]
            if before.first != newest[0].first { flags.insert("name-changed") }
            if before.house != newest[0].house { flags.insert("address-changed") }
            let last = newest.map(\.read).max() ?? 0
            if cards.dropLast().joined().contains(where: { $0.read > last }) { flags.insert("older-card") }
        }
        let correction = person.correction.flatMap { $0.newest >= newest[0].issue ? $0.house : nil }
        let names = cards.map { $0[0].first }
        self.init(
            first: newest[0].first, house: correction ?? newest[0].house, flags: flags,
            names: zip(names, names.dropFirst()).filter { $0 != $1 }.map(\.1))
    }
}
