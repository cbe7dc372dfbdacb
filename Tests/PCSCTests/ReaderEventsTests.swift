import SmartCard
import Testing

@testable import PCSC

@Suite(.timeLimit(.minutes(1))) struct ReaderEventsTests {
    let calls = FakeCalls([.occupied])
    let name = ReaderState.occupied.name
    var service: PCSCService { PCSCService(calls) }

    var inserted: ReaderEvent { .cardInserted(reader: name, atr: ATR([0x3B, 0x00]), fresh: true) }

    @Test func beginsWithWhatIsThere() async throws {
        var events = service.readerEvents().makeAsyncIterator()
        #expect(try await events.next() == .readerAttached(reader: name))
        #expect(
            try await events.next() == .cardInserted(reader: name, atr: ATR([0x3B, 0x00]), fresh: false))
    }

    @Test func tellsWhatChanges() async throws {
        calls.change { $0.readers = [] }
        var events = service.readerEvents().makeAsyncIterator()
        // What is there when the list is made for the first time is no change.
        while !calls.log.contains("wait") { await Task.yield() }
        calls.change { $0.readers = [.empty] }
        #expect(try await events.next() == .readerAttached(reader: name))
        calls.change { $0.readers = [.occupied] }
        #expect(try await events.next() == inserted)
        calls.change { $0.readers = [.occupied.with(.present, eventCount: 3)] }
        #expect(try await events.next() == .cardRemoved(reader: name))
        #expect(try await events.next() == inserted)
        calls.change { $0.readers = [] }
        #expect(try await events.next() == .cardRemoved(reader: name))
        #expect(try await events.next() == .readerDetached(reader: name))
    }

    @Test func survivesARestartOfTheService() async throws {
        var events = service.readerEvents().makeAsyncIterator()
        for _ in 0..<2 { _ = try await events.next() }
        calls.change { $0.isServiceUp = false }
        #expect(try await events.next() == .cardRemoved(reader: name))
        #expect(try await events.next() == .readerDetached(reader: name))
        calls.change { $0.isServiceUp = true }
        #expect(try await events.next() == .readerAttached(reader: name))
        #expect(try await events.next() == inserted)
    }

    @Test func endsWithAnErrorWhereARestartedServiceRefuses() async throws {
        var events = service.readerEvents().makeAsyncIterator()
        for _ in 0..<2 { _ = try await events.next() }
        calls.script("establish", .fails(.securityViolation))
        calls.change { $0.isServiceUp = false }
        for _ in 0..<2 { _ = try await events.next() }
        await #expect(throws: PCSCError.securityViolation) { _ = try await events.next() }
        #expect(try await events.next() == nil)
    }

    @Test func saysThatThereIsNoService() async {
        calls.change { $0.isServiceUp = false }
        var events = service.readerEvents().makeAsyncIterator()
        await #expect(throws: PCSCError.noService) { _ = try await events.next() }
    }

    @Test func endsWithItsTask() async throws {
        let task = Task { [service] in
            var count = 0
            for try await _ in service.readerEvents() { count += 1 }
            return count
        }
        while !calls.log.contains("wait") { await Task.yield() }
        task.cancel()
        _ = try await task.value
        #expect(await calls.becomesClean())
    }

    @Test(arguments: 0..<50)
    func endsWhenItIsLetGoAtAnyMoment(_ moment: Int) async throws {
        var events: ReaderEvents.Iterator? = service.readerEvents().makeAsyncIterator()
        if moment % 2 == 0 { _ = try await events?.next() }
        try await Task.sleep(for: .microseconds(moment * 20))
        events = nil
        #expect(await calls.becomesClean())
    }

    @Test func endsWhileItWaitsForTheService() async throws {
        var events: ReaderEvents.Iterator? = service.readerEvents().makeAsyncIterator()
        calls.change { $0.isServiceUp = false }
        _ = try? await events?.next()
        events = nil
        #expect(await calls.becomesClean())
    }

    @Test func readerThatLeavesBetweenListAndWaitIsNoError() async throws {
        calls.script("wait", .fails(.unknownReader), .fails(.cancelled), .fails(.timeout))
        var events = service.readerEvents().makeAsyncIterator()
        #expect(try await events.next() == .readerAttached(reader: name))
        #expect(try await events.next()?.reader == name)
    }

    @Test func serviceWithoutNewsIsNotAskedWithoutRest() async throws {
        calls.script("wait", .works, .fails(.unknownReader), .fails(.unknownReader), .fails(.unknownReader))
        var events = service.readerEvents().makeAsyncIterator()
        for _ in 0..<2 { _ = try await events.next() }
        calls.change { $0.readers = [.empty] }
        #expect(try await events.next() == .cardRemoved(reader: name))
    }

    @Test func passesOnWhatNoRestartMends() async {
        calls.script("list", .fails(.noMemory))
        var events = service.readerEvents().makeAsyncIterator()
        await #expect(throws: PCSCError.noMemory) { _ = try await events.next() }
    }
}
