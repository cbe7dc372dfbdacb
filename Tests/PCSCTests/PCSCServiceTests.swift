import SmartCard
import Testing

@testable import PCSC

@Suite struct PCSCServiceTests {
    let calls = FakeCalls([.occupied, ReaderState(name: "Other 00 00", flags: .empty)])
    var service: PCSCService { PCSCService(calls) }

    @Test func listsReadersInTheServicesOrder() async throws {
        let readers = try await service.readers()
        #expect(readers.map(\.name) == ["Reader 00 00", "Other 00 00"])
        #expect(readers.map(\.isCardPresent) == [true, false])
        #expect(calls.isClean)
    }

    @Test func listsNoneWhereNoneIs() async throws {
        calls.change { $0.readers = [] }
        #expect(try await service.readers() == [])
    }

    @Test func leavesOutAReaderThatLeft() async throws {
        calls.script("wait", .fails(.unknownReader))
        #expect(try await service.readers().map(\.name) == ["Other 00 00"])
    }

    @Test(arguments: [
        (PCSCError.securityViolation, PCSCError.securityViolation), (.communicationFailure, .noService),
        (.serviceStopped, .serviceStopped),
    ])
    func saysWhyTheServiceIsNotReached(_ error: PCSCError, _ reported: PCSCError) async {
        calls.script("establish", .fails(error))
        await #expect(throws: reported) { try await service.readers() }
    }

    /// A service that stops in mid-talk uses the word with which one of another version begins.
    @Test(arguments: ["list", "wait"])
    func serviceThatStoppedIsNotOneOfAnotherVersion(_ call: String) async {
        calls.script(call, .fails(.serviceStopped))
        await #expect(throws: PCSCError.noService) { try await service.readers() }
    }

    /// By itself the service would be waited for until tomorrow.
    @Test(.timeLimit(.minutes(5))) func waitsNoLongerThanItsCaller() async {
        calls.script("list", .hangs)
        let patient = PCSCService(calls, limit: .seconds(86_400))
        await #expect(throws: PCSCError.timeout) { try await patient.readers(timeout: .milliseconds(30)) }
        calls.letGo()
        #expect(await calls.becomesClean())
    }

    @Test func doesNotWaitForEver() async {
        calls.script("list", .hangs)
        await #expect(throws: PCSCError.timeout) { try await PCSCService.impatient(calls).readers() }
        calls.letGo()
        #expect(await calls.becomesClean())
    }

    @Test func probes() async {
        #expect(await service.probe().establishError == nil)
        calls.change { $0.isServiceUp = false }
        #expect(await service.probe().establishError == .noService)
    }

    @Test func knocksAtSockets() {
        #expect(ServiceProbe.Socket(knockingAt: "/nowhere/at/all") == .missing)
        #expect(ServiceProbe.Socket(knockingAt: "/dev/null") == .deserted)
        #expect(ServiceProbe.Socket(knockingAt: String(repeating: "x", count: 200)) != .listening)
    }

    @Test func stateSaysWhoHasTheCard() {
        let reader = ReaderState.occupied
        #expect(!reader.isInUse)
        #expect(reader.with([.present, .inUse]).isInUse)
        #expect(reader.with([.present, .exclusive]).isHeldExclusively)
        #expect(reader.with([.present, .exclusive]).isInUse)
        #expect(reader.with([.present, .mute]).isCardMute)
    }
}
