import CardRecord
import CardTrace
import PCSC
import SmartCard
import Synchronization
import Testing
import ThaiIDCard
import VirtualCard

@testable import CardSources

/// Cards that no reader holds: they are read as those in one are.
@Suite struct CardsTests {
    private let cards = Cards { _ in "2026-11-23T09:41:07+07:00" }
    private let request = ReadRequest(Field.all.filter { $0.group == .card })

    private func sample(_ faults: [Fault] = []) throws -> CardPlace {
        let image = try SampleCard.card.image()
        return .virtual { VirtualCard(image, faults: faults) }
    }

    @Test func virtualCardIsReadAsOftenAsOneLikes() async throws {
        let place = try sample()
        for _ in 0..<2 {
            let read = try await cards.read(request, from: place)
            #expect(read.card.nameThai == SampleCard.card.nameThai && read.reading.exchanges == 46)
            #expect(read.read.source == .virtual && read.read.at == "2026-11-23T09:41:07+07:00")
        }
    }

    @Test func recordingIsReadAsTheCardWas() async throws {
        let attempt = try await cards.attempt(request, from: sample())
        var trace = attempt.trace
        trace.recordedAt = "2025-01-02T03:04:05+07:00"
        let read = try await cards.read(request, from: .replay(trace))
        #expect(try attempt.result().card.photo == read.card.photo)
        #expect(read.read.source == .replay && read.read.at == "2025-01-02T03:04:05+07:00")
    }

    /// One that another program made, in another order, with steps of its own.
    @Test func recordingThatLacksBytesIsReadForWhatItHolds() async throws {
        var some = try await cards.attempt(ReadRequest(Field.all.filter { $0.key == "nameThai" }), from: sample()).trace
        some.recordedAt = nil
        let attempt = try await cards.attempt(ReadRequest(Field.all.filter { $0.key != "photo" }), from: .replay(some))
        let read = try attempt.result()
        #expect(read.card.nameThai == SampleCard.card.nameThai && read.card.sex == .failed(.notRecorded))
        #expect(attempt.trace == some)
    }

    @Test func failureKeepsWhatPassed() async throws {
        let attempt = try await cards.attempt(request, from: sample([.removal(before: 7)]))
        #expect(throws: CardSourceError(.card(.channel(.cardRemoved)))) { try attempt.result() }
        #expect(attempt.trace.events.count == 8)
    }

    @Test func decorationSeesWhatPasses() async throws {
        let passed = Mutex(0)
        let listening: Cards.Decoration = { card in Listener(card) { passed.withLock { $0 += 1 } } }
        let cards = Cards(timestamp: { _ in "" }, decorating: listening)
        let trace = try await self.cards.attempt(request, from: sample()).trace
        for place in [try sample(), .replay(trace)] {
            passed.withLock { $0 = 0 }
            let exchanges = try await cards.read(request, from: place).reading.exchanges
            #expect(passed.withLock { $0 } == exchanges)
        }
    }

    @Test(
        arguments: [
            (CardSessionError.service(.noService), .service(.noService)),
            (.noSuchReader("A"), .whichReader(asked: "A", there: [])), (.noCard, .noCard(waited: false)),
            (.anotherInsertion, .anotherInsertion), (.notConnected(.cardInUse), .card(.channel(.cardInUse))),
            (.timedOut, .timedOut(after: .seconds(5))),
        ] as [(CardSessionError, CardSourceError.Cause)])
    func sessionErrorHasItsCause(_ error: CardSessionError, _ cause: CardSourceError.Cause) {
        #expect(CardSourceError.Cause(error as any Error, timeLimit: .seconds(5)) == cause)
    }
}

private final class Listener: CardChannel {
    private let card: any CardChannel
    private let hear: () -> Void

    init(_ card: any CardChannel, _ hear: @escaping () -> Void) { (self.card, self.hear) = (card, hear) }

    var atr: ATR { card.atr }

    func transmit(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
        hear()
        return try card.transmit(command)
    }

    func reset() throws(ChannelError) { try card.reset() }
}
