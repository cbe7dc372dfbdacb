import ArgumentParser
import CardFormats
import CardRecord
import CardSources
import CardTrace
import Foundation
import Pseudonyms
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

@testable import ThaiIDCommands

/// Files that stand for a card: a recording or a record, whichever is in them.
@Suite struct CardFileTests {
    private func file<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("thaiid-tests-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        return try body(file.path)
    }

    private func card(_ text: String) throws -> VirtualCard {
        try file(text) { try CardFile.virtualCard($0, style: .getResponse) }
    }

    private func read(_ card: VirtualCard) throws -> IDCard {
        try CardReader.read(ReadRequest(Field.all.filter { $0.sensitivity != .guarded }), over: card).card
    }

    private var record: Record {
        let read = Record.Read(
            at: "2026-11-23T09:41:07+07:00", source: .virtual, reader: nil, atr: "3B6800005448204E49442036",
            exchanges: 1,
            milliseconds: 1)
        return Record(read: read, card: SampleCard.card, fields: Field.all)
    }

    @Test(arguments: ["", " \n\t", "\r\n\r\n"])
    func recordBecomesACard(_ blanks: String) throws {
        let card = try card(blanks + record.json.line)
        #expect(card.atr == ATR([0x3B, 0x68, 0x00, 0x00, 0x54, 0x48, 0x20, 0x4E, 0x49, 0x44, 0x20, 0x36]))
        #expect(try read(card).nameThai == SampleCard.card.nameThai)
        #expect(try read(card).photo == SampleCard.card.photo)
    }

    @Test func recordingBecomesACard() throws {
        let recorder = RecordingChannel(VirtualCard(try SampleCard.card.image()), recordedAt: nil, reader: nil)
        let recorded = try CardReader.read(ReadRequest(Field.all), over: recorder).card
        let card = try card(recorder.trace.text)
        #expect(card.atr == VirtualCard.usualATR)
        #expect(try read(card).address == recorded.address)
    }

    @Test(arguments: [
        ("{", "JSON"), ("{}", "schema"), ("{\"schema\":\"thaiid.record/1\"}", "card"),
        ("{\"schema\":\"thaiid.error/1\"}", "schema"),
        ("{\"schema\":\"thaiid.record/1\",\"card\":{\"sex\":7}}", "sex"),
    ])
    func whatIsNoRecordIsNamedByItsKey(_ text: String, _ key: String) throws {
        let error = #expect(throws: ToolError.self) { try self.card(text) }
        guard case .recording(.notRecord(_, key: let named))? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(named == key)
    }

    @Test func whatACardCannotHoldIsNamedByItsField() throws {
        let text = "{\"schema\":\"thaiid.record/1\",\"card\":{\"issuer\":\"日本\"}}"
        let error = #expect(throws: ToolError.self) { try self.card(text) }
        guard case .recording(.notEncodable(_, field: "issuer"))? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func whatIsNoRecordingIsNamedByItsPlace() throws {
        let error = #expect(throws: ToolError.self) { try self.card("thaiid-trace 1\natr 3B\n") }
        guard case .recording(.syntax(_, line: 2, column: 5, expected: _))? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func nothingIsNoRecording() {
        for text in ["", "\u{0}", "\u{FEFF}{}", "[]"] {
            let error = #expect(throws: ToolError.self) { try self.card(text) }
            #expect(error?.identity.code == "recording")
        }
    }
}

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
