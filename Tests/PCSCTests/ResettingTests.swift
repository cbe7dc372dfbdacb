import SmartCard
import Testing

@testable import PCSC

@Suite struct ResettingTests {
    let calls = FakeCalls([.occupied])
    var service: PCSCService { PCSCService(calls) }

    @Test func takesUpConnectionAndTransaction() async throws {
        let atr = try await service.withCard { [calls] channel in
            calls.change { $0.atr = [0x3B, 0x01, 0x02] }
            try channel.reset()
            _ = try channel.transmit(.any)
            return channel.atr
        }
        #expect(atr == ATR([0x3B, 0x01, 0x02]))
        #expect(calls.cardLog.contains(["reconnect, reset", "begin", "atr", "transmit over T=1"]))
        #expect(calls.isClean)
    }

    @Test func resetByOthersInBetweenIsTakenUp() async throws {
        calls.script("begin", .works, .fails(.resetCard))
        try await service.withCard { try $0.reset() }
        #expect(calls.cardLog.contains(["reconnect, reset", "begin", "reconnect, leave", "begin"]))
    }

    @Test(arguments: [PCSCError.unresponsiveCard, .unpoweredCard])
    func cutsThePowerWhereAResetIsNotEnough(_ error: PCSCError) async throws {
        calls.script("reconnect", .fails(error))
        try await service.withCard { try $0.reset() }
        #expect(calls.cardLog.contains(["reconnect, reset", "reconnect, unpower", "begin"]))
    }

    @Test func saysThatTheCardStaysMute() async {
        calls.script("reconnect", .fails(.unresponsiveCard), .fails(.unresponsiveCard))
        await #expect(throws: ChannelError.cardMute) { try await service.withCard { try $0.reset() } }
        #expect(calls.isClean)
    }

    /// A reset would make the connection good for whichever card is in.
    @Test func anotherCardIsNotTakenForTheFirst() async {
        await #expect(throws: ChannelError.cardRemoved) {
            try await service.withCard { [calls] channel in
                calls.change { $0.readers = [.occupied.with(.present, eventCount: 3)] }
                try channel.reset()
            }
        }
    }

    @Test func waitsForNobodyForEver() async {
        await #expect(throws: CardSessionError.notConnected(.cardInUse)) {
            try await PCSCService.impatient(calls).withCard { [calls] channel in
                calls.script("reconnect", .hangs)
                try channel.reset()
            }
        }
        calls.letGo()
        #expect(await calls.becomesClean())
    }
}
