import SmartCard
import Testing

@testable import PCSC

/// How a session ends.
@Suite struct SessionTests {
    struct Stumble: Error, Equatable {}

    let calls = FakeCalls([.occupied])
    var service: PCSCService { PCSCService(calls) }

    @Test func givesBackWhatTheBodyReturns() async throws {
        #expect(try await service.withCard { try $0.transmit(.any).status } == .success)
    }

    @Test func bodyThatThrowsLeavesTheCard() async {
        await #expect(throws: Stumble()) {
            try await service.withCard(leaving: .reset) { _ in throw Stumble() }
        }
        #expect(calls.log.suffix(3) == ["end, leave", "disconnect, leave", "release"])
    }

    @Test(arguments: CardDisposition.allCases)
    func leavesTheCardAsAsked(_ disposition: CardDisposition) async throws {
        try await service.withCard(leaving: disposition) { _ in }
        #expect(calls.log.contains("end, \(disposition)"))
        #expect(calls.isClean)
    }

    @Test func timeLimitCoversAThreadThatHangs() async {
        calls.script("transmit", .hangs)
        await #expect(throws: CardSessionError.timedOut) {
            try await service.withCard(timeout: .milliseconds(300)) { channel in
                _ = try channel.transmit(.any)
                #expect(throws: ChannelError.timedOut) { try channel.transmit(.any) }
                #expect(throws: ChannelError.timedOut) { try channel.reset() }
            }
        }
        calls.letGo()
        #expect(await calls.becomesClean())
        #expect(calls.log.filter { $0.hasPrefix("transmit") }.count == 1)
    }

    @Test func timeLimitStopsABodyThatGoesOn() async {
        await #expect(throws: CardSessionError.timedOut) {
            try await service.withCard(timeout: .milliseconds(30)) { channel in
                while true { _ = try channel.transmit(.any) }
            }
        }
        #expect(await calls.becomesClean())
    }

    @Test func cancellationLetsGoOfTheCard() async {
        let task = Task { [service] in
            try await service.withCard { channel in
                while true { _ = try channel.transmit(.any) }
            } as Void
        }
        while !calls.log.contains("transmit over T=0") { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(await calls.becomesClean())
    }

    @Test func cancellationDoesNotWaitForAThreadThatHangs() async {
        calls.script("transmit", .hangs)
        let task = Task { [service] in try await service.withCard { _ = try $0.transmit(.any) } }
        while !calls.log.contains("transmit over T=0") { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        calls.letGo()
        #expect(await calls.becomesClean())
    }

    @Test func cardsAreUsedSideBySide() async throws {
        var other = ReaderState.occupied
        other = ReaderState(name: "Other 00 00", flags: other.flags)
        calls.change { [other] in $0.readers.append(other) }
        calls.script("transmit", .hangs, .works)
        async let first = service.withCard { try $0.transmit(.any).status }
        while !calls.log.contains("transmit over T=0") { await Task.yield() }
        let second = try await service.withCard(in: "Other 00 00") { try $0.transmit(.any).status }
        calls.letGo()
        #expect(try await first == second)
    }
}
