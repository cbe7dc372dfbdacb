package import CardRecord
package import RegisterStore

/// What the register takes a person to be: a fold of all that was observed, in which no order matters.
///
/// It is reckoned anew whenever it is asked for, and stored nowhere.
package struct CurrentView: Hashable, Sendable {
    /// Where a field's value stands.
    package enum Origin: Hashable, Sendable {
        /// A source said so.
        case observation(RowID)
        /// An officer said so.
        case correction(RowID)
    }

    /// A record like any other; its `read` is that of the leading observation.
    package let record: JSONValue
    /// Where each field of the record is from, by its key.
    package let origins: [String: Origin]
    /// What else is to be known.
    package let flags: Set<Flag>
    /// The best sighting of the newest card: the last read of its chip, where it was read.
    package let leading: RowID
    /// What waits for a decision, in the order in which it came.
    package let conflicts: [RowID]
    /// The photo that the record describes, where it is kept.
    package let photo: RowID?
}
