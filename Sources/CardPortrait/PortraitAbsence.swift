/// Why there is a frame where the portrait would be.
public enum PortraitAbsence: Error, Hashable, Sendable, CaseIterable {
    /// The card has none.
    case notOnCard
    /// The record does not mention it.
    case notRead
    /// The recording that was read does not hold it.
    case notRecorded
    /// The card did not give it.
    case failed
    /// Whoever asked for the sheet wants none.
    case notWanted
    /// The file is broken.
    case damaged
    /// A progressive JPEG file: legal, and not decoded here.
    case progressive
    /// The file is of another kind that is not decoded: see `JPEGCheck`.
    case refused

    /// Whether the card has a photo that this program will not show.
    public var isOfThePhoto: Bool {
        switch self {
        case .damaged, .progressive, .refused: true
        case .notOnCard, .notRead, .notRecorded, .failed, .notWanted: false
        }
    }
}
