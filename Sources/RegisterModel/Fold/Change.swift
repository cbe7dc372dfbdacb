package import CardRecord
package import RegisterStore
internal import ThaiIDCard

/// That a card says something else of a field than the card before it said.
package struct Change: Hashable, Sendable {
    /// The field's key.
    package let field: String
    /// What was said before; `nil` where that was nothing.
    package let before: JSONValue?
    /// What is said since; `nil` where that is nothing.
    package let after: JSONValue?
    /// The day of issue of the card that says so first, as long as it is known; `nil` where no card was issued with the
    /// change: it was read off the same card, or before any card with a date.
    package let valid: String?
    /// When the register first heard of it, in microseconds since 1970 UTC.
    package let known: Int64
    /// What it first heard it from.
    package let observation: RowID

    /// What has changed, oldest first: by day of issue, not by day of reading, so that an old card that comes late
    /// tells of what was before.
    ///
    /// A field that a card does not have, because nobody asked or because it failed, has not changed. What was typed or
    /// has no date of issue counts only where the register had it before any card with a date.
    package static func all(_ observations: [Observation], decisions: [Decision] = []) -> [Change] {
        all(ObservedCard.all(Identity.sort(observations, decisions).belonging.map(Sighting.init)))
    }

    /// - Parameter cards: newest first.
    static func all(_ cards: [ObservedCard]) -> [Change] {
        let firstReceipt = cards.filter { $0.issue != nil }.flatMap(\.sightings).map(\.observation.received).min()
        let counting = cards.reversed().filter { card in
            card.issue != nil || card.sightings.allSatisfy { $0.observation.received < firstReceipt ?? .max }
        }
        let fields = Field.all.filter { !unchanging.contains($0.key) }
        var last: [String: (saying: Statement, card: Int)] = [:]
        return counting.enumerated().flatMap { number, card in
            fields.flatMap { field in
                card.sayings(of: field).compactMap { saying, sighting in
                    let before = last.updateValue((saying, number), forKey: field.key)
                    guard let before, before.saying.value != saying.value else { return nil }
                    let isNewCard = before.card != number && counting[before.card].issue != nil
                    return Change(field, before.saying, saying, sighting, among: card, isNewCard: isNewCard)
                }
            }
        }
    }

    /// Another number is another person; the others say nothing of one.
    private static let unchanging = Set(
        Field.rows(Field.citizenID, Field.dataVersion, Field.unknownDigits).map(\.key))

    private init(
        _ field: Field, _ before: Statement, _ after: Statement, _ sighting: Sighting, among card: ObservedCard,
        isNewCard: Bool
    ) {
        self.field = field.key
        self.before = before.value
        self.after = after.value
        valid = isNewCard ? sighting.observation.record.date(Field.issueDate)?.iso : nil
        // What was read later may have come earlier.
        let first =
            card.sightings.filter { !sighting.isLater(than: $0) && $0.says(field).value == after.value }
            .map(\.observation).min { ($0.received, $0.id) < ($1.received, $1.id) } ?? sighting.observation
        known = first.received
        observation = first.id
    }
}
