/// Why there is a frame where the portrait would be.
public enum PortraitAbsence: Error, Hashable, Sendable, CaseIterable {
    /// The card has none.
    case notOnCard
    /// The record does not mention it.
    case notRead
    /// The card did not give it.
    case failed
    /// Whoever asked for the sheet wants none.
    case notWanted
    /// The file is broken.
    case damaged
    /// The file is of a kind that is not decoded: see `JPEGCheck`.
    case refused
}
