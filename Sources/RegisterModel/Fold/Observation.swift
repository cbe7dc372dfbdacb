package import CardRecord
package import RegisterStore

/// What told something of a person. The raw values are those of the store.
package enum SourceKind: Int, CaseIterable, Sendable {
    /// A card that was read.
    case card = 1
    /// An officer who typed, without a card.
    case typed = 2
    /// Another register that was asked.
    case gateway = 3
    /// A file of an older tool.
    case imported = 4
}

/// One thing that a source said of a person at one time. It is never changed.
package struct Observation: Hashable, Sendable {
    /// Its name.
    package let id: RowID
    /// What told it.
    package let kind: SourceKind
    /// When the source said it, in microseconds since 1970 UTC.
    package let observed: Int64
    /// When the register took it, in microseconds since 1970 UTC.
    package let received: Int64
    /// A record whose `photo` lacks `base64`.
    package let record: JSONValue
    /// The photo, where it is kept.
    package let photo: RowID?

    package init(
        id: RowID, kind: SourceKind, observed: Int64, received: Int64, record: JSONValue, photo: RowID? = nil
    ) {
        self.id = id
        self.kind = kind
        self.observed = observed
        self.received = received
        self.record = record
        self.photo = photo
    }
}
