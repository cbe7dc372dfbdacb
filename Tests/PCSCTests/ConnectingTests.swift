import SmartCard
import Testing

@testable import PCSC

@Suite struct ConnectingTests {
    let pauses = PauseLog()
    let calls = FakeCalls([.occupied])
    var service: PCSCService { PCSCService(calls, pauses) }

    @Test func healthyCardIsConnectedToAtOnce() async throws {
        let atr = try await service.withCard { $0.atr }
        #expect(atr == ATR([0x3B, 0x00]))
        #expect(pauses.pauses == [])
        let expected = [
            "establish", "wait", "connect", "begin", "atr", "end, leave", "disconnect, leave", "release",
        ]
        #expect(calls.log == expected)
        #expect(calls.isClean)
    }

    @Test func freshCardGetsTimeToSettle() async throws {
        try await service.withCard(freshlyInserted: true) { _ in }
        #expect(pauses.pauses == [.milliseconds(200)])
    }

    static let passing: [PCSCError] = [
        .sharingViolation, .noSmartCard, .notReady, .removedCard, .resetCard, .communicationDataLost,
        .notTransacted, .readerUnavailable, .unresponsiveCard, .unpoweredCard,
    ]

    @Test(arguments: passing)
    func triesAgainWhatPasses(_ error: PCSCError) async throws {
        calls.script("connect", .fails(error), .fails(error))
        try await service.withCard { _ in }
        #expect(pauses.pauses == [.milliseconds(150), .milliseconds(300)])
        #expect(calls.isClean)
    }

    @Test(arguments: [
        (PCSCError.sharingViolation, ChannelError.cardInUse),
        (.noSmartCard, .cardMute),
        (.removedCard, .cardRemoved),
        (.unresponsiveCard, .cardMute),
        (.communicationDataLost, .communication),
    ])
    func givesUpAfterThreeTries(_ error: PCSCError, _ meaning: ChannelError) async {
        calls.script("connect", .fails(error), .fails(error), .fails(error), .works)
        await #expect(throws: CardSessionError.notConnected(meaning)) { try await service.withCard { _ in } }
        #expect(calls.log.filter { $0.hasPrefix("connect") }.count == 3)
        #expect(calls.isClean)
    }

    @Test(arguments: [
        (PCSCError.protocolMismatch, ChannelError.unsupportedProtocol),
        (.unsupportedCard, .unsupportedProtocol),
        (.securityViolation, .accessDenied),
        (.unexpected, .other(code: 0x8010_001F)),
    ])
    func triesNothingTwiceThatStays(_ error: PCSCError, _ meaning: ChannelError) async {
        calls.script("connect", .fails(error))
        await #expect(throws: CardSessionError.notConnected(meaning)) { try await service.withCard { _ in } }
        #expect(pauses.pauses == [])
        #expect(calls.isClean)
    }

    @Test func muteCardLosesItsPowerOnce() async throws {
        calls.script("connect", .fails(.unresponsiveCard))
        try await service.withCard { _ in }
        let expected = ["connect", "T=0 alone: connect", "release", "establish", "connect directly"]
        #expect(calls.cardLog.contains(expected))
        #expect(calls.cardLog.contains(["connect directly", "reconnect, unpower", "begin"]))
    }

    @Test func muteCardThatStaysMuteIsLeftWithoutPower() async {
        calls.script("connect", .fails(.unresponsiveCard))
        calls.script("reconnect", .fails(.unresponsiveCard), .fails(.unresponsiveCard))
        await #expect(throws: CardSessionError.notConnected(.cardMute)) { try await service.withCard { _ in } }
        #expect(calls.log.filter { $0 == "disconnect, unpower" }.count == 2)
        #expect(calls.isClean)
    }

    @Test func noOtherProgramLosesItsCardForAMuteOne() async throws {
        calls.change { $0.readers = [.occupied.with([.present, .inUse])] }
        calls.script("connect", .fails(.unresponsiveCard))
        try await service.withCard { _ in }
        #expect(!calls.log.contains("connect directly"))
    }

    @Test func resetBetweenConnectionAndTransactionIsTakenUp() async throws {
        calls.script("begin", .fails(.resetCard))
        try await service.withCard { _ in }
        #expect(calls.cardLog.contains(["begin", "reconnect, leave", "begin"]))
        #expect(pauses.pauses == [])
    }

    @Test func hungConnectIsNotTriedAgain() async {
        calls.script("connect", .hangs)
        await #expect(throws: CardSessionError.notConnected(.timedOut)) {
            try await PCSCService.impatient(calls).withCard { _ in Issue.record("ran without anyone waiting") }
        }
        calls.letGo()
        #expect(await calls.becomesClean())
        #expect(calls.log.filter { $0 == "connect" }.count == 1)
    }

    @Test func hungConnectToACardInUseBlamesTheOtherProgram() async {
        calls.change { $0.readers = [.occupied.with([.present, .inUse])] }
        calls.script("connect", .hangs)
        await #expect(throws: CardSessionError.notConnected(.cardInUse)) {
            try await PCSCService.impatient(calls).withCard { _ in }
        }
        calls.letGo()
        #expect(await calls.becomesClean())
    }

    @Test func anotherProgramsTransactionIsNotWaitedForForEver() async {
        calls.script("begin", .hangs)
        await #expect(throws: CardSessionError.notConnected(.cardInUse)) {
            try await PCSCService.impatient(calls).withCard { _ in }
        }
        calls.letGo()
        #expect(await calls.becomesClean())
    }
}

extension [String] {
    /// Whether these calls follow one another somewhere.
    func contains(_ part: [String]) -> Bool {
        indices.contains { self[$0...].starts(with: part) }
    }
}
