extension Diagnosis {
    /// One thing that was looked at, and how it was found. A service is named by where it listens.
    package enum Fact: Hashable, Sendable {
        /// The clock's year is of the Buddhist era.
        case buddhistClock(year: Int)
        case serviceRuns(String)
        case serviceOfAnotherVersion(String)
        /// It is not installed, or not started.
        case noService(String)
        /// This user may not reach it.
        case serviceOutOfReach(String)
        case serviceMute(String)
        case accessGranted
        /// The service runs and refuses this user.
        case accessRefused
        case driverWorks
        /// Readers are on USB, and no driver takes one.
        case noDriver(plugged: Int)
        case readers([String])
        case noReader
        /// A card's answer to reset, if it is known, and its reader's name where others hold cards, too.
        case card(atr: String?, reader: String?)
        case noCard(CardSourceError.Cause)
        case thaiID
        case noThaiID(CardSourceError.Cause)

        /// Whether it is wrong, and nothing behind it can be looked at.
        var keepsCardsFromBeingRead: Bool {
            switch self {
            case .buddhistClock, .serviceRuns, .accessGranted, .driverWorks, .readers, .card, .thaiID: false
            case .serviceOfAnotherVersion, .noService, .serviceOutOfReach, .serviceMute, .accessRefused, .noDriver,
                .noReader, .noCard, .noThaiID:
                true
            }
        }
    }
}
