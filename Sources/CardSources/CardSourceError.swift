package import PCSC
public import SmartCard
public import ThaiIDCard

/// Why a card could not be read, and at which reader, where it was at one.
public struct CardSourceError: Error, Hashable, Sendable {
    /// What went wrong.
    public let cause: Cause
    /// The reader whose card was spoken to, or was about to be.
    public let reader: String?

    package init(_ cause: Cause, reader: String? = nil) { (self.cause, self.reader) = (cause, reader) }

    /// What can go wrong.
    public enum Cause: Error, Hashable, Sendable {
        /// The PC/SC service cannot be reached, or refuses this user.
        case service(PCSCError)
        /// No reader is attached.
        case noReader
        /// Several readers hold a Thai ID card, or none, or more than one, is the one that was asked for.
        case whichReader(asked: String?, there: [NumberedReader])
        /// No card is in the reader, or none came in time.
        case noCard(waited: Bool)
        /// A card of another kind, and what it said to SELECT, if it was asked.
        case notThaiID(StatusWord?)
        /// Of several slots none holds a Thai ID card that answers: the readers that hold another card, and those
        /// whose card does not answer.
        case noThaiCard(foreign: [String], mute: [String])
        /// The card that was meant was out before it could be spoken to.
        case anotherInsertion
        /// The exchange with the card, or what the card says.
        case card(CardError)
        /// The time allowed ran out; `nil` where it was the usual limit.
        case timedOut(after: Duration?)
        /// The task was cancelled.
        case cancelled
    }

    /// A reader, and the number by which it can be asked for.
    public struct NumberedReader: Hashable, Sendable {
        /// Its place in the list of readers, from 1.
        public let number: Int
        /// Its name.
        public let name: String
    }
}

extension CardSourceError.Cause {
    /// A card that does not answer.
    static let mute = Self.card(.channel(.cardMute))

    /// Whether the card does not answer.
    var isMute: Bool {
        switch self {
        case .card(.channel(.cardMute)), .card(.channel(.communication)), .card(.channel(.unsupportedProtocol)),
            .card(.channel(.timedOut)):
            true
        default: false
        }
    }

    /// What a failed conversation means.
    init(_ error: CardError) {
        if case .notThaiID(let status) = error { self = .notThaiID(status) } else { self = .card(error) }
    }

    /// What it means that no conversation with a card came about.
    ///
    /// - Parameter timeLimit: the time that somebody allowed.
    package init(_ error: CardSessionError, timeLimit: Duration?) {
        switch error {
        case .service(let cause): self = .service(cause)
        case .noSuchReader(let reader): self = .whichReader(asked: reader, there: [])
        case .noCard: self = .noCard(waited: false)
        case .anotherInsertion: self = .anotherInsertion
        case .notConnected(let cause): self = .card(.channel(cause))
        case .timedOut: self = .timedOut(after: timeLimit)
        }
    }

    /// What it means that a function of `PCSCService` threw.
    init(_ error: any Error, timeLimit: Duration?) {
        switch error {
        case let error as Self: self = error
        case let error as CardError: self.init(error)
        case let error as CardSessionError: self.init(error, timeLimit: timeLimit)
        case let error as PCSCError: self = .service(error)
        // Nothing else is thrown there but `CancellationError`.
        default: self = .cancelled
        }
    }
}
