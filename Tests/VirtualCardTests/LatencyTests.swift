import CardTrace
import SmartCard
import Synchronization
import Testing
import ThaiIDCard
import VirtualCard

/// Cards that take their time. Nobody waits for them here: the pauses are added up.
@Suite struct LatencyTests {
    private final class Clock: Sendable {
        let pauses = Mutex<[Duration]>([])
        func pause(_ duration: Duration) { pauses.withLock { $0.append(duration) } }
        var sum: Duration { pauses.withLock { $0.reduce(.zero, +) } }
    }

    private func time(_ latency: Latency, _ fields: [Field]) throws -> (sum: Duration, reading: CardReading) {
        let clock = Clock()
        let card = VirtualCard(try SampleCard.card.image(), faults: [.latency(latency) { clock.pause($0) }])
        let reading = try CardReader.read(ReadRequest(fields), over: card)
        return (clock.sum, reading)
    }

    @Test func timeGrowsWithExchangesAndBytes() throws {
        let clock = Clock()
        let latency = Latency(perExchange: .milliseconds(5), perByte: .microseconds(100))
        let card = VirtualCard(
            try SampleCard.card.image(), style: .atOnce, faults: [.latency(latency) { clock.pause($0) }])
        _ = try card.transmit(.select(Applet.storage.applicationID))
        #expect(clock.sum == .milliseconds(5) + .microseconds(100) * (13 + 12))
        _ = try card.transmit(ReadCommand(0..<4).command)
        #expect(clock.sum == .milliseconds(10) + .microseconds(100) * (13 + 12 + 7 + 6))
    }

    @Test func slowCardTakesAsLongAsOneAt9600Baud() throws {
        let (sum, reading) = try time(.slow, Field.all.filter { $0.group == .card })
        let sent = sum / .microseconds(1_250) - Double(reading.bytes)
        #expect(reading.exchanges == 46 && sent == Double(13 + 22 * 7 + 23 * 5))
        #expect((.seconds(7)...(.seconds(8))).contains(sum))
    }

    @Test func fastCardTakesAThirdOfASecond() throws {
        let (sum, _) = try time(.fast, Field.all.filter { $0.group == .card })
        #expect((.milliseconds(300)...(.milliseconds(400))).contains(sum))
    }

    @Test func callingThreadSleeps() throws {
        let card = VirtualCard(
            try SampleCard.card.image(), faults: [.latency(Latency(perExchange: .milliseconds(5)))])
        let start = ContinuousClock.now
        _ = try card.transmit(.select(Applet.storage.applicationID))
        #expect(ContinuousClock.now - start >= .milliseconds(5))
    }

    @Test func whatNeverCameTookNoTime() throws {
        let clock = Clock()
        let faults: [Fault] = [
            .latency(Latency(perExchange: .seconds(1))) { clock.pause($0) }, .removal(before: 1),
        ]
        let card = VirtualCard(try SampleCard.card.image(), faults: faults)
        #expect(throws: ChannelError.cardRemoved) { try card.transmit(.getResponse(1)) }
        #expect(clock.sum == .zero)
    }
}
