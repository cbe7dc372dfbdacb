public import SmartCard

extension PCSCError {
    /// What the code means to whoever talks to a card.
    ///
    /// Codes that can mean several things (`notTransacted` is all that pcscd says of a pulled card)
    /// get their usual meaning here; `ReaderChannel` looks first whether card and reader are there.
    public var channelError: ChannelError {
        switch self {
        case .resetCard: .cardReset
        case .removedCard, .noSmartCard: .cardRemoved
        case .unresponsiveCard, .unpoweredCard: .cardMute
        case .readerUnavailable, .unknownReader, .noReadersAvailable, .invalidValue: .readerGone
        case .noService, .serviceStopped, .shutdown, .invalidHandle, .communicationFailure: .serviceGone
        case .sharingViolation: .cardInUse
        case .securityViolation: .accessDenied
        case .protocolMismatch, .unsupportedCard, .cardUnsupported: .unsupportedProtocol
        case .communicationDataLost, .notTransacted, .notReady: .communication
        case .timeout: .timedOut
        default: .other(code: rawValue)
        }
    }

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
