import SmartCard
import Synchronization
import Testing

@testable import PCSC

/// What whoever looks over the shoulder of the service is told.
@Suite struct ObservedCallsTests {
    /// Observations, in the order in which they came.
    final class Notes: Sendable {
        private let list = Mutex<[any Observation]>([])

        func take(_ observation: any Observation) { list.withLock { $0.append(observation) } }

        var all: [any Observation] { list.withLock { $0 } }
        var calls: [LibraryCall] { all.compactMap { $0 as? LibraryCall } }
    }

    private let fake = FakeCalls([.occupied])
    private let notes = Notes()

    private func service() -> PCSCService {
        Observer.$ofTask.withValue({ [notes] in notes.take($0) }, operation: { PCSCService(fake) })
    }

    @Test func everyCallIsToldOnceItHasReturned() async throws {
        try await service().withCard { channel in
            _ = try channel.transmit(.any)
        }
        #expect(
            notes.calls.map(\.function) == [
                .establishContext, .waitForChange(readers: [ReaderState.occupied.name], timeout: .zero),
                .connect(reader: ReaderState.occupied.name, isDirect: false), .beginTransaction, .status, .transmit,
                .endTransaction(.leave), .disconnect(.leave), .releaseContext,
            ])
        #expect(notes.calls.allSatisfy { $0.failure == nil && $0.duration >= .zero })
    }

    @Test func failureIsToldAndThrown() async {
        fake.script("establish", .fails(.securityViolation))
        await #expect(throws: PCSCError.securityViolation) { try await service().readers() }
        #expect(notes.calls.map(\.failure) == [.securityViolation])
    }

    @Test func exchangesAreToldNextToTheWire() async throws {
        fake.change { $0.answers = [[0x01, 0x02, 0x61, 0x10]] }
        try await service().withCard { channel in
            _ = try channel.transmit(.any)
            try channel.reset()
        }
        let exchanges = notes.all.compactMap { $0 as? ObservedChannel.Exchange }
        #expect(exchanges.map(\.outcome) == [.success(ResponseAPDU([1, 2], status: .bytesWaiting(16)))])
        #expect(exchanges.map(\.number) == [1])
        #expect(notes.all.count { $0 is ObservedChannel.Reset } == 1)
    }

    @Test func reportsOfReadersAreTold() async throws {
        let reports = service().readerReports()
        var iterator = reports.makeAsyncIterator()
        let first = try await iterator.next()
        #expect((notes.all.first { $0 is ReaderReport } as? ReaderReport) == first)
    }

    @Test func whereNobodyLooksTheCallsAreTheSystemsOwn() {
        #expect(PCSCService().calls is SystemCalls)
        #expect(PCSCService().observe == nil)
    }

    @Test func namesAreThoseOfTheLibrary() {
        let functions: [LibraryCall.Function] = [
            .establishContext, .releaseContext, .cancel, .listReaders, .waitForChange(readers: [], timeout: .zero),
            .connect(reader: "", isDirect: true), .reconnect(.leave), .disconnect(.leave), .beginTransaction,
            .endTransaction(.leave), .status, .transmit,
        ]
        #expect(Set(functions.map(\.name)).count == functions.count)
        #expect(functions.allSatisfy { $0.name.hasPrefix("SCard") })
    }
}
