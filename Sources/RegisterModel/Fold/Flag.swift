/// What somebody at a desk should know of a person beyond the fields. The raw values are those of JSON.
package enum Flag: String, CaseIterable, Sendable {
    /// The newest card bears another name than the one before it, titles aside.
    case nameChanged = "name-changed"
    /// The newest card bears another address than the one before it, or than it bore itself.
    case addressChanged = "address-changed"
    /// An older card of the person is known.
    case reIssued = "re-issued"
    /// A card was read that is older than one already seen: it was lost, or replaced, and is in use. Ends when the newest
    /// is read again.
    case olderCard = "older-card"
    /// The newest card is past its last day, and is not valid for life.
    case expired
    /// An observation with this number may tell of somebody else, and nobody has decided.
    case identityConflict = "identity-conflict"
}
