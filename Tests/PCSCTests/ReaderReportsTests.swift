import SmartCard
import Testing

@testable import PCSC

/// What waits for somebody who is busy, and what is known of it when it is heard of.
@Suite(.timeLimit(.minutes(1))) struct ReaderReportsTests {
    let calls = FakeCalls([.occupied])
    let name = ReaderState.occupied.name
    var service: PCSCService { PCSCService(calls) }

    private func inserted(_ reader: String = ReaderState.occupied.name) -> ReaderEvent {
        .cardInserted(reader: reader, atr: nil, fresh: true)
    }

    /// What is left of these events for somebody who did not listen meanwhile.
    private func left(of events: [ReaderEvent]) async throws -> [ReaderEvent] {
        let (reports, queue) = ReaderReports.makeQueue()
        for event in events { queue.put(ReaderReport(event)) }
        queue.finish()
        var left: [ReaderEvent] = []
        for try await report in reports { left.append(report.event) }
        return left
    }

    @Test func insertionThatIsOverIsNotHeardOf() async throws {
        #expect(try await left(of: [inserted(), .cardRemoved(reader: name)]) == [])
        #expect(
            try await left(of: [.cardRemoved(reader: name), inserted()]) == [.cardRemoved(reader: name), inserted()])
        let changes = [.cardRemoved(reader: name), inserted(), .cardRemoved(reader: name), inserted()]
        #expect(try await left(of: changes) == [.cardRemoved(reader: name), inserted()])
    }

    @Test func anotherReadersInsertionStays() async throws {
        let events = [inserted("Other 00 00"), inserted(), .cardRemoved(reader: name)]
        #expect(try await left(of: events) == [inserted("Other 00 00")])
    }

    @Test func readerThatCameAndWentIsNotHeardOf() async throws {
        let visit: [ReaderEvent] = [
            .readerAttached(reader: name), inserted(), .cardRemoved(reader: name), .readerDetached(reader: name),
        ]
        #expect(try await left(of: visit) == [])
        #expect(try await left(of: [.readerDetached(reader: name)] + visit) == [.readerDetached(reader: name)])
    }

    @Test func queueStaysShortHoweverMuchHappens() async throws {
        var events: [ReaderEvent] = [.cardRemoved(reader: name)]
        for _ in 0..<10_000 { events += [inserted(), .cardRemoved(reader: name)] }
        #expect(try await left(of: events + [inserted()]) == [.cardRemoved(reader: name), inserted()])
    }

    @Test func reportsCarryTheTimeAtWhichTheyCame() async throws {
        var reports = service.readerReports().makeAsyncIterator()
        while calls.log.filter({ $0 == "wait" }).count < 2 { await Task.yield() }
        let heardAt = ContinuousClock.now
        try await Task.sleep(for: .milliseconds(20))
        for _ in 0..<2 {
            let report = try #require(try await reports.next())
            #expect(report.time <= heardAt)
        }
    }

    @Test func reportsCarryTheCountOfEvents() async throws {
        calls.change { $0.readers = [.occupied.with(.present, eventCount: 7)] }
        var reports = service.readerReports().makeAsyncIterator()
        _ = try await reports.next()
        #expect(try await reports.next()?.eventCount == 7)
        calls.change { $0.readers = [.occupied.with(.present, eventCount: 9)] }
        #expect(try await reports.next()?.event == .cardRemoved(reader: name))
        let again = try #require(try await reports.next())
        #expect(again.eventCount == 9 && !again.wasThere)
    }

    @Test func cardThatIsInWhenItsReaderIsSeenWasThere() async throws {
        var reports = service.readerReports().makeAsyncIterator()
        #expect(try await reports.next()?.wasThere == false)
        #expect(try await reports.next()?.wasThere == true)
        calls.change { $0.readers = [] }
        for _ in 0..<2 { #expect(try await reports.next()?.wasThere == false) }
        calls.change { $0.readers = [.occupied] }
        #expect(try await reports.next()?.event == .readerAttached(reader: name))
        #expect(try await reports.next()?.wasThere == true)
    }

    @Test func cardThatIsPutInWasNotThere() {
        var watch = ReaderWatch()
        _ = watch.update(names: [name])
        // A reader that the service has not looked into yet is neither empty nor occupied.
        _ = watch.update(states: [.empty.with([])])
        let first = watch.update(states: [.occupied])
        #expect(first.map(watch.wasThere) == [true])
        _ = watch.update(states: [.empty])
        #expect(watch.update(states: [.occupied]).map(watch.wasThere) == [false])
        let changed = watch.update(states: [.occupied.with(.present, eventCount: 5)])
        #expect(changed.map(watch.wasThere) == [false, false])
    }

    /// A card is never taken for the one that was put in before it.
    @Test func anotherCardThanTheOneThatCameIsNotTouched() async throws {
        await #expect(throws: CardSessionError.anotherInsertion) {
            try await service.withCard(in: name, insertion: 3) { _ in Issue.record("another card") }
        }
        #expect(!calls.log.contains("connect"))
        #expect(calls.isClean)
        try await service.withCard(in: name, insertion: 1) { _ in }
    }
}
