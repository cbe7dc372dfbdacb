internal import SmartCard

extension PCSCError {
    /// Whether a card that was offered a choice of protocols may take T=0 alone: drivers and cards
    /// exist that fail over the choice.
    var mayLieInTheChoice: Bool { [.cardMute, .unsupportedProtocol].contains(channelError) }

    /// Whether a call on an open context that ends so means that the context is lost, because the
    /// service stopped, restarted or hung up. pcsc-lite reports a closed socket as one of four
    /// codes, depending on who wrote last.
    var meansServiceLost: Bool {
        switch self {
        case .noService, .serviceStopped, .shutdown, .invalidHandle, .communicationFailure,
            .securityViolation:
            true
        default: false
        }
    }
}
