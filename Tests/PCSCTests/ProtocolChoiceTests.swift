import SmartCard
import Testing

@testable import PCSC

/// Cards that take T=0, and no offer that has it among others.
@Suite struct ProtocolChoiceTests {
    let pauses = PauseLog()
    let calls = FakeCalls([.occupied])
    var service: PCSCService { PCSCService(calls, pauses) }

    init() { calls.change { $0.takesT0Alone = true } }

    static let refusals: [PCSCError] = [.unresponsiveCard, .unpoweredCard, .protocolMismatch, .unsupportedCard]

    @Test(arguments: refusals)
    func connectingAsksForT0Alone(_ refusal: PCSCError) async throws {
        calls.script("connect", .fails(refusal))
        try await service.withCard { _ in }
        #expect(calls.cardLog.contains(["connect", "T=0 alone: connect", "begin"]))
        #expect(pauses.pauses == [])
        #expect(calls.isClean)
    }

    @Test(arguments: [
        PCSCError.sharingViolation, .removedCard, .securityViolation, .readerUnavailable, .noSmartCard,
    ])
    func whatHasNothingToDoWithTheProtocolIsNotAskedAgain(_ error: PCSCError) async throws {
        calls.script("connect", .fails(error), .fails(error), .fails(error))
        _ = try? await service.withCard { _ in }
        #expect(!calls.log.contains("T=0 alone: connect"))
    }

    @Test func goodCardIsAskedOnce() async throws {
        try await service.withCard { try $0.reset() }
        #expect(calls.log.filter { $0.contains("connect") && !$0.contains("dis") } == ["connect", "reconnect, reset"])
    }

    @Test func oneThatTookT0AloneIsNotOfferedAChoiceAgain() async throws {
        calls.script("connect", .fails(.unresponsiveCard))
        calls.script("begin", .fails(.resetCard))
        try await service.withCard { channel in
            try channel.reset()
            _ = try channel.transmit(.any)
        }
        #expect(calls.log.contains("T=0 alone: reconnect, leave"))
        #expect(calls.cardLog.contains(["T=0 alone: reconnect, reset", "begin", "atr", "transmit over T=0"]))
        #expect(!calls.log.contains { $0.hasPrefix("reconnect") })
    }

    @Test(arguments: [PCSCError.protocolMismatch, .unsupportedCard])
    func aResetAsksForT0AloneOverAMismatch(_ error: PCSCError) async throws {
        calls.script("reconnect", .fails(error))
        try await service.withCard { try $0.reset() }
        #expect(calls.cardLog.contains(["reconnect, reset", "T=0 alone: reconnect, reset", "begin"]))
    }

    @Test func aMuteCardLosesItsPowerBeforeT0AloneIsAskedFor() async throws {
        calls.script("reconnect", .fails(.unresponsiveCard), .fails(.unresponsiveCard))
        try await service.withCard { try $0.reset() }
        let expected = ["reconnect, reset", "reconnect, unpower", "T=0 alone: reconnect, unpower", "begin"]
        #expect(calls.cardLog.contains(expected))
    }

    @Test func aCardThatIsResetByOthersIsTakenUpOverT0Alone() async throws {
        calls.script("begin", .fails(.resetCard))
        calls.script("reconnect", .fails(.protocolMismatch))
        try await service.withCard { _ in }
        #expect(calls.cardLog.contains(["begin", "reconnect, leave", "T=0 alone: reconnect, leave", "begin"]))
    }

    @Test func aMismatchWithoutPowerAsksForT0AloneAtOnce() async throws {
        calls.change { $0.steps["connect"] = [.fails(.removedCard), .fails(.unresponsiveCard)] }
        calls.script("reconnect", .fails(.protocolMismatch))
        calls.change { $0.takesT0Alone = false }
        await #expect(throws: CardSessionError.self) { try await service.withCard { _ in } }
        #expect(calls.log.contains("T=0 alone: reconnect, unpower"))
    }

    /// T=0 alone over the power-cycling connection is the last thing that is tried.
    @Test func theLastTryWithoutPowerAsksForT0Alone() async throws {
        calls.change { $0.takesT0Alone = false }
        calls.script("connect", .fails(.unresponsiveCard))
        calls.script("reconnect", .fails(.unresponsiveCard), .fails(.unresponsiveCard))
        await #expect(throws: CardSessionError.notConnected(.cardMute)) { try await service.withCard { _ in } }
        #expect(calls.log.filter { $0 == "T=0 alone: reconnect, unpower" }.count == 1)
        #expect(calls.isClean)
    }
}
