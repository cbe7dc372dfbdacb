/// What one source said of a person at one time; never updated.
package struct ObservationRow: Hashable, Sendable {
    package let id: RowID
    package let person: RowID
    package let kind: Int
    /// When the source said it.
    package let observed: Int64
    /// When the store heard it.
    package let received: Int64
    package let desk: Int?
    package let officer: Int?
    /// Tells apart which fields were kept.
    package let fieldsKey: Int64
    /// The keyed hash of what was said.
    package let contentKey: RowID
    package let photo: RowID?
    package let sealed: [UInt8]

    package init(
        id: RowID, person: RowID, kind: Int, observed: Int64, received: Int64, desk: Int?, officer: Int?,
        fieldsKey: Int64, contentKey: RowID, photo: RowID?, sealed: [UInt8]
    ) {
        self.id = id
        self.person = person
        self.kind = kind
        self.observed = observed
        self.received = received
        self.desk = desk
        self.officer = officer
        self.fieldsKey = fieldsKey
        self.contentKey = contentKey
        self.photo = photo
        self.sealed = sealed
    }
}

/// That a person was here, once a read; counts answer without any key.
package struct VisitRow: Hashable, Sendable {
    package let id: RowID
    /// None where the person was erased.
    package let person: RowID?
    package let observation: RowID?
    package let at: Int64
    package let desk: Int?
    package let purpose: Int
    package let officer: Int?
    package let outcome: Int

    package init(
        id: RowID, person: RowID?, observation: RowID?, at: Int64, desk: Int?, purpose: Int, officer: Int?, outcome: Int
    ) {
        self.id = id
        self.person = person
        self.observation = observation
        self.at = at
        self.desk = desk
        self.purpose = purpose
        self.officer = officer
        self.outcome = outcome
    }
}

/// A photo, once however often it was seen: its id is the keyed hash of its bytes.
package struct PhotoRow: Hashable, Sendable {
    package let id: RowID
    package let person: RowID
    package let sealed: [UInt8]

    package init(id: RowID, person: RowID, sealed: [UInt8]) {
        self.id = id
        self.person = person
        self.sealed = sealed
    }
}
