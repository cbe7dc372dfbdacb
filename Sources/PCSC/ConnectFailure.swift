internal import SmartCard

/// Why one try to connect failed, and whether another is worth while.
struct ConnectFailure: Error, Hashable {
    let reason: CardSessionError
    /// Whether it may be gone in a moment.
    let passes: Bool

    init(_ reason: CardSessionError, passes: Bool = false) {
        self.reason = reason
        self.passes = passes
    }

    /// Judges a code of connecting to a card that the reader says is present.
    ///
    /// - Parameter breaks: how often the service broke off in mid-call so far. Older versions of
    ///   pcscd hang up on users whom polkit keeps from the card; one that does so twice, and takes
    ///   up the talk in between, refuses.
    init(_ error: PCSCError, breaks: Int) {
        switch error {
        case .noSmartCard, .notReady, .unresponsiveCard, .unpoweredCard:
            self.init(.notConnected(.cardMute), passes: true)
        case .sharingViolation, .removedCard, .resetCard, .communicationDataLost, .notTransacted,
            .readerUnavailable, .noService, .serviceStopped:
            self.init(.notConnected(error.channelError), passes: true)
        case .communicationFailure:
            self.init(.notConnected(breaks > 1 ? .accessDenied : .serviceGone), passes: breaks <= 1)
        default:
            self.init(.notConnected(error.channelError))
        }
    }
}
