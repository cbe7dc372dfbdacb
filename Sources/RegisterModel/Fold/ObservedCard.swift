internal import CardRecord
internal import ThaiIDCard

/// What was seen of one card: a date of issue and a request number.
///
/// What has no date of issue cannot show that it is of another card than the next, so all of it counts as one card,
/// older than any with a date. What officers typed counts as one that is older still.
struct ObservedCard {
    /// Best first; never none.
    let sightings: [Sighting]
    /// See `Sighting`.
    let issue: Int?

    private init(_ sightings: [Sighting]) {
        self.sightings = sightings.sorted { $0.isBetter(than: $1) }
        issue = sightings.first?.issue
    }

    /// What the card says of a field, and who read it: what could be read before what could not, then the better
    /// sighting.
    func says(_ field: Field) -> (statement: Statement, by: Sighting)? {
        var best: (statement: Statement, by: Sighting)?
        for sighting in sightings {
            let statement = sighting.says(field)
            if statement.strength > best?.statement.strength ?? 0 { best = (statement, sighting) }
        }
        return best
    }

    /// What the card said of a field one after the other, where it said something: a value before blanks and parts of
    /// values, a chip before files.
    func sayings(of field: Field) -> [(statement: Statement, by: Sighting)] {
        guard let best = says(field), best.statement.saysSomething else { return [] }
        return sightings.reversed().map { ($0.says(field), $0) }.filter { statement, sighting in
            statement.strength == best.statement.strength && sighting.observation.kind == best.by.observation.kind
        }
    }
}

extension ObservedCard {
    /// The cards that somebody's sightings are of, newest first.
    static func all(_ sightings: [Sighting]) -> [ObservedCard] {
        let typed = sightings.filter { $0.observation.kind == .typed }
        let undated = sightings.filter { $0.observation.kind != .typed && $0.issue == nil }
        let dated = Dictionary(grouping: sightings.filter { $0.issue != nil }) { $0.issue ?? 0 }
        return dated.keys.sorted(by: >).flatMap { issuedOnOneDay(dated[$0] ?? []) }
            + [undated, typed].filter { !$0.isEmpty }.map(ObservedCard.init)
    }

    /// Cards of one day differ in their request numbers: the one that was read last is the newer. What has none is
    /// taken for the newest.
    private static func issuedOnOneDay(_ sightings: [Sighting]) -> [ObservedCard] {
        let nameless = sightings.filter { $0.request == nil }
        let named = Dictionary(grouping: sightings.filter { $0.request != nil }) { $0.request ?? "" }
        guard named.count > 1 else { return [ObservedCard(sightings)] }
        let cards = named.values.map { $0.sorted { $0.isLater(than: $1) } }.sorted { $0[0].isLater(than: $1[0]) }
        return cards.enumerated().map { ObservedCard($1 + ($0 == 0 ? nameless : [])) }
    }
}

extension Field {
    /// Facts of the plastic or written on its chip, which no other card tells.
    private static let keysOfOneCard = Set(
        Field.rows(
            dataVersion, requestNumber, issuer, issuerCode, issueDate, expiryDate, unknownDigits, underPhotoNumber
        ).map(\.key) + Field.all.filter { $0.group != .card }.map(\.key))

    /// Whether an older card's value says nothing of a newer card.
    var isOfOneCard: Bool { Self.keysOfOneCard.contains(key) }
}
