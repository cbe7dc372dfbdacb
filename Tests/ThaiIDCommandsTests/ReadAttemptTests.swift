import ArgumentParser
import CardRecord
import CardSources
import CardTrace
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

@testable import ThaiIDCommands

/// What a command is told of a read.
@Suite struct ReadAttemptTests {
    @Test func sampleIsReadWithoutAReader() throws {
        let source = try CardSource.parse(["--sample"])
        let read = try source.read(ReadRequest(Field.all.filter { $0.group == .card }), telling: nil) { _ in }
            .result()
        #expect(read.read.source == .virtual && read.read.reader == nil)
        #expect(read.read.exchanges == 46 && read.read.atr == "3B799600005448204E4944203137")
        #expect(read.read.at.utf8.count == 25)
    }

    @Test func recordingIsKeptOfAReadThatFails() throws {
        let card = VirtualCard(try SampleCard.card.image(), faults: [.removal(before: 7)])
        let open = OpenCard(channel: card, source: .reader, time: "2026-11-23T09:41:07+07:00", reader: "R")
        let attempt = ReadAttempt(ReadRequest(Field.all), on: open)
        #expect(throws: CardSourceError(.card(.channel(.cardRemoved)), reader: "R")) { try attempt.result() }
        let trace = try Trace(parsing: Array(attempt.trace.text.utf8))
        #expect(trace.reader == "R" && trace.hasTimes)
        #expect(trace.events.count == 8)
    }

    @Test func costOfEachPhaseIsListed() throws {
        let card = VirtualCard(try SampleCard.card.image())
        let reading = try CardReader.read(ReadRequest(Field.all), over: card)
        let lines = StatsTable(reading.phases).text(in: .english).split(separator: "\n")
        #expect(
            lines.map { $0.split(separator: " ").first.map(String.init) } == [
                "phase", "select", "text", "photo", "chip", "health", "total",
            ])
        #expect(lines.last?.split(separator: " ")[1] == "\(reading.exchanges)")
        #expect(lines.last?.split(separator: " ")[2] == "\(reading.bytes)")
        #expect(StatsTable(reading.phases).text(in: .thai).hasPrefix("ขั้นตอน"))
    }
}
