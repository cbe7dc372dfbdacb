/// What becomes of a card when a program lets go of it.
public enum CardDisposition: UInt32, Hashable, Sendable, CaseIterable {
    /// It stays as it is, with the application that was selected last.
    case leave = 0
    /// It is reset: nothing stays selected, and other programs are told.
    case reset = 1
    /// Its power is cut.
    case unpower = 2
}
