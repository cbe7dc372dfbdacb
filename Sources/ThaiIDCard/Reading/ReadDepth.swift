/// How much of a card is read.
public enum ReadDepth: Hashable, Sendable, CaseIterable {
    /// The bytes that the fields need, and no others.
    case fields
    /// These, and then whatever else the card gives away of the same applets: the rest of the photo's
    /// area, bytes between fields, and those behind the table, whose meaning nobody has published.
    /// Where the card refuses any of it, or gives less, there is nothing; that is no error.
    case everything
}
