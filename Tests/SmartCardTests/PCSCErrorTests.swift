import SmartCard
import Testing

/// What PC/SC's result codes are called, and what they mean to whoever talks to a card.
@Suite struct PCSCErrorTests {
    @Test func isNamedAsInTheHeader() {
        #expect(PCSCError.noService.description == "SCARD_E_NO_SERVICE")
        #expect(PCSCError(rawValue: 0x8010_0030).description == "0x80100030")
        #expect(PCSCError.removedCard.hexCode == "80100069")
    }

    @Test(arguments: [
        (PCSCError.resetCard, ChannelError.cardReset),
        (.removedCard, .cardRemoved),
        (.noSmartCard, .cardRemoved),
        (.unresponsiveCard, .cardMute),
        (.unpoweredCard, .cardMute),
        (.readerUnavailable, .readerGone),
        (.unknownReader, .readerGone),
        (.noService, .serviceGone),
        (.serviceStopped, .serviceGone),
        (.invalidHandle, .serviceGone),
        (.communicationFailure, .serviceGone),
        (.sharingViolation, .cardInUse),
        (.securityViolation, .accessDenied),
        (.protocolMismatch, .unsupportedProtocol),
        (.unsupportedCard, .unsupportedProtocol),
        (.communicationDataLost, .communication),
        (.notTransacted, .communication),
        (.timeout, .timedOut),
        (.unexpected, .other(code: 0x8010_001F)),
    ])
    func meansForCards(_ error: PCSCError, _ meaning: ChannelError) {
        #expect(error.channelError == meaning)
    }
}
