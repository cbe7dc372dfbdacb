internal import CardRecord
internal import RegisterStore
package import ThaiIDCard

extension CurrentView {
    /// Folds what was observed into one view; `nil` where nothing that was observed tells of the person.
    ///
    /// - **The newest card leads**: the later day of issue, not the later read, so that an old card out of a drawer
    ///   undoes no change of name; of cards issued on one day the one that was read last. What has no date of issue
    ///   that a card can have (old files, damaged cards) comes after all cards with one, what officers typed last.
    /// - **Of the same card** what could be read holds before what could not: a value before a part of one, that before
    ///   a blank, that before a failure. Among equals a chip holds before a file, then the later read.
    /// - **On a newer card a blank is a fact.** Where the newer card's field failed, or nobody asked for it, a fact of
    ///   the person (name, birth, sex, address, photo) stays as the older card has it. Numbers and dates of a card and
    ///   what health offices write on its chip are never taken from another card: no such card exists.
    /// - **A correction** stands in its field's place until it is taken back or a card arrives that was issued later
    ///   than all that the register knew when it was made; so the first card ends corrections of who was only typed.
    /// - **In conflict** is what differs in both name and birth, see `Identity.sort`: it changes nothing until somebody
    ///   decides.
    ///
    /// - Parameter day: by which it is judged whether the card has expired.
    package static func fold(
        _ observations: [Observation], corrections: [Correction] = [], decisions: [Decision] = [], on day: CalendarDay
    ) -> CurrentView? {
        let (belonging, conflicts) = Identity.sort(observations, decisions)
        let sightings = belonging.map(Sighting.init)
        let cards = ObservedCard.all(sightings)
        guard let newest = cards.first, let leading = newest.sightings.first else { return nil }
        var composition = RecordComposition(cards)
        composition.correct(by: standing(corrections, newest: newest.issue, among: sightings))
        let record = composition.record(read: leading.observation.record["read"] ?? .null)
        return CurrentView(
            record: record, origins: composition.origins,
            flags: flags(cards, record, on: day).union(conflicts.isEmpty ? [] : [.identityConflict]),
            leading: leading.observation.id, conflicts: conflicts.map(\.id), photo: composition.photo)
    }

    /// The view that the register had at a time, in microseconds since 1970 UTC: of what it had received, corrected and
    /// decided by then.
    package static func fold(
        _ observations: [Observation], corrections: [Correction] = [], decisions: [Decision] = [],
        asKnownAt time: Int64, on day: CalendarDay
    ) -> CurrentView? {
        fold(
            observations.filter { $0.received <= time },
            corrections: corrections.filter { $0.at <= time && $0.ended ?? .max > time }.map(\.withoutEnd),
            decisions: decisions.filter { $0.at <= time }, on: day)
    }

    /// The corrections that hold: of each field the latest that has not ended.
    private static func standing(
        _ corrections: [Correction], newest: Int?, among sightings: [Sighting]
    ) -> [Correction] {
        let open = corrections.filter { correction in
            guard correction.ended == nil, Correction.fields.contains(where: { $0.key == correction.field }) else {
                return false
            }
            let known = sightings.filter { $0.observation.received <= correction.at }.compactMap(\.issue).max()
            return newest ?? 0 <= known ?? 0
        }
        return Dictionary(grouping: open, by: \.field).values.compactMap { ofField in
            ofField.max { ($0.at, $0.id) < ($1.at, $1.id) }
        }
    }

    private static func flags(_ cards: [ObservedCard], _ record: JSONValue, on day: CalendarDay) -> Set<Flag> {
        var flags: Set<Flag> = []
        if CardDates(on: day, { record.date($0) }).validity == .expired { flags.insert(.expired) }
        let dated = cards.filter { $0.issue != nil }
        guard let newest = dated.first else { return flags }
        if dated.count > 1 { flags.insert(.reIssued) }
        let older = dated.dropFirst().filter { $0.issue != newest.issue }.flatMap(\.sightings)
            .filter { $0.observation.kind == .card }
        if older.contains(where: { read in newest.sightings.allSatisfy { read.isLater(than: $0) } }) {
            flags.insert(.olderCard)
        }
        let own = Set(newest.sightings.map(\.observation.id))
        let changes = Change.all(Array(dated)).filter { own.contains($0.observation) }
        if changes.contains(where: { $0.field == Field.address.key }) { flags.insert(.addressChanged) }
        let names = [Field.nameThai.key, Field.nameEnglish.key]
        if changes.contains(where: { names.contains($0.field) && $0.isOfMoreThanTitle }) { flags.insert(.nameChanged) }
        return flags
    }
}

extension Change {
    /// Whether first, middle or last name is another; a title changes with age, marriage and rank. A name that one of
    /// the two lacks is no other name.
    fileprivate var isOfMoreThanTitle: Bool {
        guard let before, let after else { return false }
        return [PersonName.Part.first, .middle, .last].contains { before[$0.rawValue] != after[$0.rawValue] }
    }
}
