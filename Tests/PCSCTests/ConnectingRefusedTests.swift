import SmartCard
import Testing

@testable import PCSC

/// What keeps a connection from coming about before there is a card to talk to.
@Suite struct ConnectingRefusedTests {
    let pauses = PauseLog()
    let calls = FakeCalls([.occupied])
    var service: PCSCService { PCSCService(calls, pauses) }

    @Test func noServiceIsSaidAtOnce() async {
        calls.change { $0.isServiceUp = false }
        await #expect(throws: CardSessionError.service(.noService)) { try await service.withCard { _ in } }
        #expect(calls.log == ["establish"])
    }

    @Test(arguments: [
        (PCSCError.securityViolation, PCSCError.securityViolation), (.communicationFailure, .noService),
        (.serverTooBusy, .serverTooBusy),
    ])
    func serviceThatRefusesIsNotOneThatIsMissing(_ error: PCSCError, _ reported: PCSCError) async {
        calls.script("establish", .fails(error))
        await #expect(throws: CardSessionError.service(reported)) { try await service.withCard { _ in } }
    }

    @Test func serviceThatHangsIsSaidSo() async {
        calls.script("establish", .hangs)
        await #expect(throws: CardSessionError.service(.timeout)) {
            try await PCSCService.impatient(calls).withCard { _ in }
        }
        calls.letGo()
        #expect(await calls.becomesClean())
    }

    @Test func emptyReaderHasNoCard() async {
        calls.change { $0.readers = [.empty] }
        await #expect(throws: CardSessionError.noCard) { try await service.withCard { _ in } }
        #expect(pauses.pauses == [])
        #expect(calls.isClean)
    }

    @Test func bouncingCardIsLookedForAgain() async {
        calls.change { $0.readers = [.empty] }
        await #expect(throws: CardSessionError.notConnected(.cardRemoved)) {
            try await service.withCard(freshlyInserted: true) { _ in }
        }
        #expect(pauses.pauses == [.milliseconds(200), .milliseconds(150), .milliseconds(300)])
    }

    @Test func unknownReaderIsNamed() async {
        await #expect(throws: CardSessionError.noSuchReader("Elsewhere 00 00")) {
            try await service.withCard(in: "Elsewhere 00 00") { _ in }
        }
        #expect(calls.isClean)
    }

    @Test func failingReaderIsGone() async {
        calls.change { $0.readers = [.occupied.with(.unavailable)] }
        await #expect(throws: CardSessionError.notConnected(.readerGone)) { try await service.withCard { _ in } }
    }

    @Test func readerThatLeavesWhileConnectingIsGone() async {
        calls.script("connect", .fails(.readerUnavailable))
        calls.script("wait", .works, .fails(.unknownReader))
        await #expect(throws: CardSessionError.notConnected(.readerGone)) { try await service.withCard { _ in } }
    }

    /// Older versions of pcscd hang up on whom polkit keeps from the card.
    @Test func serviceThatHangsUpTwiceRefuses() async {
        calls.script("connect", .fails(.communicationFailure), .fails(.communicationFailure))
        await #expect(throws: CardSessionError.notConnected(.accessDenied)) {
            try await service.withCard { _ in }
        }
        #expect(pauses.pauses == [.milliseconds(150)])
    }

    @Test func serviceThatRestartsWhileConnectingIsReachedAgain() async throws {
        calls.script("connect", .fails(.communicationFailure))
        calls.script("establish", .works, .fails(.noService))
        try await service.withCard { _ in }
        #expect(pauses.pauses.count == 2)
    }
}
