/// What has become of a person.
package enum PersonState: Int, Sendable {
    case active = 1
    /// Nothing is held but that there was somebody.
    case erased = 2
    /// Another number took this one's place (`LinkRow`).
    case replaced = 3
}

/// Somebody with one number. What is known of them stands in observations.
package struct PersonRow: Hashable, Sendable {
    package let id: RowID
    /// The keyed hash of the 13 digits, unique in the store; none where the person was erased.
    package var citizenKey: RowID?
    package var state: PersonState
    /// Of the keys that `citizenKey` was made under.
    package var generation: Int
    package let created: Int64
    package var updated: Int64

    package init(id: RowID, citizenKey: RowID?, state: PersonState, generation: Int, created: Int64, updated: Int64) {
        self.id = id
        self.citizenKey = citizenKey
        self.state = state
        self.generation = generation
        self.created = created
        self.updated = updated
    }
}

/// One person's number replaced by another's; nothing is copied between the two.
package struct LinkRow: Hashable, Sendable {
    package let person: RowID
    package let replacedBy: RowID
    package let sealed: [UInt8]
    package let officer: Int
    package let at: Int64
    package var undone: Int64?

    package init(person: RowID, replacedBy: RowID, sealed: [UInt8], officer: Int, at: Int64, undone: Int64?) {
        self.person = person
        self.replacedBy = replacedBy
        self.sealed = sealed
        self.officer = officer
        self.at = at
        self.undone = undone
    }
}
