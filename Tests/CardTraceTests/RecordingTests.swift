import CardTrace
import Pseudonyms
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// A recording gives back what was recorded: the same answers, the same failures, the same resets.
@Suite struct RecordingTests {
    private static let commands = TestTraces.record(TestTraces.fields, over: VirtualCard(TestTraces.image)).trace
        .exchanges.count

    @Test func replayGivesTheSameRecord() throws {
        let (trace, result) = TestTraces.record(TestTraces.fields, over: VirtualCard(TestTraces.image))
        let channel = ReplayChannel(try Trace(trace.text))
        let (again, replayed) = TestTraces.record(TestTraces.fields, over: channel)
        #expect(try replayed.get().card == result.get().card)
        #expect(try replayed.get().image == result.get().image)
        #expect(again.exchanges.map(\.outcome) == trace.exchanges.map(\.outcome))
        #expect(again.reader == trace.reader && again.recordedAt == trace.recordedAt && again.atr == trace.atr)
    }

    @Test(arguments: 1...commands, [ChannelError.cardReset, .communication])
    func interruptionsAreReplayedToo(_ number: Int, _ error: ChannelError) throws {
        let card = VirtualCard(
            TestTraces.image, faults: [.failure(error, at: number), .failure(error, at: number + 5)])
        let (trace, result) = TestTraces.record(TestTraces.fields, over: card)
        #expect(trace.exchanges.contains { $0.outcome == .failure(error) })
        #expect(trace.events.count { if case .powered = $0 { true } else { false } } >= 2)
        let (again, replayed) = TestTraces.record(TestTraces.fields, over: ReplayChannel(try Trace(trace.text)))
        #expect(try replayed.get().card == result.get().card)
        #expect(again.exchanges.map(\.command) == trace.exchanges.map(\.command))
        #expect(again.exchanges.map(\.outcome) == trace.exchanges.map(\.outcome))
    }

    @Test(arguments: 1...commands)
    func failedReadIsReplayedToItsFailure(_ number: Int) throws {
        let card = VirtualCard(TestTraces.image, faults: [.removal(before: number)])
        let (trace, result) = TestTraces.record(TestTraces.fields, over: card)
        #expect(trace.exchanges.last?.outcome == .failure(.cardRemoved))
        let replayed = TestTraces.record(TestTraces.fields, over: ReplayChannel(try Trace(trace.text))).result
        #expect(throws: CardError.channel(.cardRemoved)) { try result.get() }
        #expect(throws: CardError.channel(.cardRemoved)) { try replayed.get() }
    }

    @Test func everyExchangeHasItsTime() {
        let trace = TestTraces.record(TestTraces.fields, over: VirtualCard(TestTraces.image)).trace
        #expect(trace.exchanges.allSatisfy { ($0.duration ?? .seconds(-1)) >= .zero })
    }

    @Test func timesAreSummedUpAsTheyAreUsed() throws {
        let trace = try Trace(
            "thaiid-trace 1\natr 3B00\n> 00A40400\n< 6C12\n~ 1500\n> 00A4040012\n! card-removed\n~ 700\n")
        let channel = ReplayChannel(trace)
        #expect(channel.elapsed == .zero)
        _ = try channel.transmit(.select(ApplicationID([])))
        #expect(channel.elapsed == .microseconds(1500))
        #expect(throws: ChannelError.cardRemoved) { try channel.transmit(CommandAPDU(0, 0xA4, 4, 0, expecting: 0x12)) }
        #expect(channel.elapsed == .microseconds(2200))
    }

    @Test func recordedAnswerWithoutAStatusWordIsMalformed() throws {
        for (hex, count) in [("", 0), ("90", 1)] {
            let channel = ReplayChannel(try Trace("thaiid-trace 1\natr 3B00\n> 00A40400\n< \(hex)\n"))
            #expect(throws: ChannelError.malformedAnswer(count: count)) {
                try channel.transmit(.select(ApplicationID([])))
            }
        }
    }

    @Test func resetThatFailsIsNotRecorded() {
        final class StuckCard: CardChannel {
            let atr = ATR([0x3B, 0x00])
            func transmit(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU { throw .cardReset }
            func reset() throws(ChannelError) { throw .cardRemoved }
        }
        let recorder = RecordingChannel(StuckCard(), recordedAt: nil, reader: nil)
        #expect(throws: ChannelError.cardRemoved) { try recorder.reset() }
        #expect(recorder.trace.events.count == 1)
        #expect(recorder.atr == ATR([0x3B, 0x00]))
    }

    /// A read's limits stand between the wire and whoever reads; they also bound what is recorded.
    @Test(arguments: [0, 1, 126, 255, 4096, 65_536])
    func noReadGrowsPastWhatCanBeReadBack(_ count: Int) throws {
        final class GreedyCard: CardChannel {
            let atr = ATR([UInt8](repeating: 0x3B, count: 33))
            let answer: ResponseAPDU
            init(_ count: Int) { answer = ResponseAPDU([UInt8](repeating: 0x20, count: count)) }
            func transmit(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU { answer }
            func reset() throws(ChannelError) {}
        }
        let recorder = RecordingChannel(GreedyCard(count), recordedAt: nil, reader: nil)
        let channel = ChainingChannel(recorder)
        let longest = CommandAPDU(0, 0xD6, 0, 0, data: [UInt8](repeating: 0, count: 255), expecting: 256)
        var end: ChannelError?
        while end == nil {
            do throws(ChannelError) { _ = try channel.transmit(longest) } catch { end = error }
        }
        #expect(end == .limitExceeded(.exchanges) || end == .limitExceeded(.bytes))
        #expect(recorder.trace.text.utf8.count <= Trace.longestText / 2)
        #expect(try Trace(recorder.trace.text).exchanges.count == recorder.trace.exchanges.count)
    }
}
