extension PCSCError {
    /// What the code means to whoever talks to a card.
    ///
    /// Codes that can mean several things (`notTransacted` is all that pcscd says of a pulled card)
    /// get their usual meaning here; `ReaderChannel` (PCSC) looks first whether card and reader are there.
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
}
