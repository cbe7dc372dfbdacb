import PCSC
import SmartCard
import Synchronization
import Testing
import ThaiIDCard
import VirtualCard

@testable import CardSources

/// What a watch tells, of readers and cards that a test makes up.
@Suite(.timeLimit(.minutes(1))) struct CardEventsTests {
    private static let thaiID = ATR([0x3B, 0x79, 0x96, 0, 0] + "TH NID 17".utf8)

    private let service = ReaderReports.makeQueue()

    private func events(
        in reader: String? = nil,
        _ beforeReading: @escaping @Sendable (ChosenSlot) async throws(CardSourceError) -> Void = { _ in }
    ) -> CardEvents {
        let reports = service.reports
        let cards = Cards { _ in "" }
        return CardEvents(
            makeReports: { reports }, reader: reader,
            attending: .init(timeLimit: nil, timestamp: { _ in "2026-11-23T09:41:07+07:00" }) {
                slot throws(CardSourceError) in
                try await beforeReading(slot)
                let request = ReadRequest(Field.all.filter { $0.key == "sex" })
                return try await cards.read(request, from: .virtual { VirtualCard(SampleCard.everyByte) })
            })
    }

    private func insert(_ reader: String, count: UInt16 = 1, wasThere: Bool = false, atr: ATR? = Self.thaiID) {
        let event = ReaderEvent.cardInserted(reader: reader, atr: atr, fresh: true)
        service.queue.put(ReaderReport(event, eventCount: count, wasThere: wasThere))
    }

    private func remove(_ reader: String) { service.queue.put(ReaderReport(.cardRemoved(reader: reader))) }

    @Test func aReaderThatIsNotMeantIsNotWatched() async throws {
        let events = events(in: "pcd 00 01")
        insert("Virtual PCD 00 00")
        insert("Virtual PCD 00 01")
        #expect(try await told(by: events) == ["Virtual PCD 00 01 inserted", "Virtual PCD 00 01 read"])
    }

    /// All that is told once nothing more comes.
    private func told(by events: CardEvents) async throws -> [String] {
        service.queue.finish()
        var told: [String] = []
        for try await event in events { told.append(event.summary) }
        return told
    }

    @Test func cardThatComesIsRead() async throws {
        service.queue.put(ReaderReport(.readerAttached(reader: "A")))
        insert("A")
        #expect(try await told(by: events()) == ["A attached", "A inserted", "A read"])
    }

    @Test func eventCarriesTheTimeOfTheClockThatWasHandedIn() async throws {
        insert("A")
        var events = events().makeAsyncIterator()
        #expect(try await events.next()?.at == "2026-11-23T09:41:07+07:00")
    }

    @Test func readThatFailsIsToldAndEndsNothing() async throws {
        let failure = CardSourceError(.card(.checkDigit), reader: "A")
        let events = events { slot throws(CardSourceError) in
            if slot.reader == "A" { throw failure }
        }
        insert("A")
        insert("B")
        let told = try await told(by: events)
        #expect(told.filter { $0.hasPrefix("A") } == ["A inserted", "A failed"])
        #expect(told.filter { $0.hasPrefix("B") } == ["B inserted", "B read"])
    }

    @Test(arguments: [.mute, .notThaiID(.notFound)] as [CardSourceError.Cause])
    func foreignCardThatNobodyPutInIsNoNews(_ cause: CardSourceError.Cause) async throws {
        let events = events { slot throws(CardSourceError) in throw CardSourceError(cause, reader: slot.reader) }
        insert("key", wasThere: true, atr: ATR([0x3B, 0xFD]))
        insert("reader", atr: ATR([0x3B, 0xFD]))
        let told = try await told(by: events)
        #expect(Set(told) == ["key inserted", "reader inserted", "reader failed"])
    }

    @Test func muteCardThatNobodyPutInIsNotRead() async throws {
        let events = events { _ in Issue.record("read") }
        insert("SAM", wasThere: true, atr: nil)
        #expect(try await told(by: events) == [])
    }

    @Test func cardThatIsOutByThenIsPassedOver() async throws {
        let events = events { slot throws(CardSourceError) in throw CardSourceError(.anotherInsertion) }
        insert("A")
        #expect(try await told(by: events) == ["A inserted"])
    }

    @Test func silentCardHoldsUpNobodyElse() async throws {
        let gate = Gate()
        let events = events { slot in if slot.reader == "A" { await gate.wait() } }
        insert("A")
        insert("B")
        var told: [String] = []
        var iterator = events.makeAsyncIterator()
        while told.last != "B read" { told.append(try #require(try await iterator.next()).summary) }
        #expect(told.contains("A inserted"))
        gate.open()
        #expect(try await iterator.next()?.summary == "A read")
    }

    /// A card is not read before it is told that it is in, so that no card is read in another's place.
    @Test func whoIsSlowHearsOfTheCardThatIsIn() async throws {
        let read = Mutex<[UInt16?]>([])
        let events = events { slot in read.withLock { $0.append(slot.insertion) } }
        service.queue.put(ReaderReport(.readerAttached(reader: "A")))
        var iterator = events.makeAsyncIterator()
        #expect(try await iterator.next()?.summary == "A attached")
        for count in 1...3 as ClosedRange<UInt16> {
            insert("A", count: count)
            if count < 3 { remove("A") }
        }
        try await Task.sleep(for: .milliseconds(20))
        #expect(read.withLock { $0 } == [])
        #expect(try await iterator.next()?.summary == "A inserted")
        #expect(try await iterator.next()?.summary == "A read")
        #expect(read.withLock { $0 } == [3])
    }

    @Test func errorOfTheServiceIsThrownAfterAllIsTold() async throws {
        insert("A")
        service.queue.finish(.securityViolation)
        var told: [String] = []
        let error = await #expect(throws: CardSourceError.self) {
            for try await event in events() { told.append(event.summary) }
        }
        #expect(error?.cause == .service(.securityViolation) && told == ["A inserted", "A read"])
    }

    @Test func cancellingEndsTheWatchAndItsReads() async throws {
        let (begun, ended) = (Gate(), Gate())
        let events = events { _ in
            begun.open()
            while !Task.isCancelled { await Task.yield() }
            ended.open()
        }
        insert("A")
        let task = Task { for try await _ in events {} }
        await begun.wait()
        task.cancel()
        try await task.value
        await ended.wait()
    }

    @Test func lettingGoEndsTheReads() async throws {
        let (begun, ended) = (Gate(), Gate())
        let events = events { slot in
            guard slot.reader == "slow" else { return await begun.wait() }
            begun.open()
            while !Task.isCancelled { await Task.yield() }
            ended.open()
        }
        insert("slow")
        insert("quick")
        // What reads the quick one waits until the slow one is being read.
        for try await event in events where event.summary == "quick read" { break }
        await ended.wait()
    }
}

extension CardEvent {
    fileprivate var summary: String {
        switch kind {
        case .readerAttached: "\(reader) attached"
        case .readerDetached: "\(reader) detached"
        case .cardInserted: "\(reader) inserted"
        case .cardRemoved: "\(reader) removed"
        case .cardRead: "\(reader) read"
        case .cardFailed: "\(reader) failed"
        }
    }
}

extension SampleCard {
    fileprivate static let everyByte: CardImage = (try? card.image()) ?? CardImage()
}

/// Something that tasks wait for until it is opened.
private final class Gate: Sendable {
    private let (stream, door) = AsyncStream<Never>.makeStream()

    func open() { door.finish() }

    func wait() async { for await _ in stream {} }
}
