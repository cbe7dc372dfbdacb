import CardRecord
import CardSources
import CardTrace
import Foundation
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// Files that stand for a card: a recording or a record, whichever is in them.
@Suite struct CardFileTests {
    private func file<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("thaiid-tests-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        return try body(file.path)
    }

    private func card(_ text: String) throws -> VirtualCard {
        try file(text) { try CardFile.card($0, style: .getResponse).card }
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
        let error = #expect(throws: CardFileError.self) { try self.card(text) }
        guard case .notRecord(_, key: let named)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(named == key)
    }

    @Test func whatACardCannotHoldIsNamedByItsField() throws {
        let text = "{\"schema\":\"thaiid.record/1\",\"card\":{\"issuer\":\"日本\"}}"
        let error = #expect(throws: CardFileError.self) { try self.card(text) }
        guard case .notEncodable(_, field: "issuer")? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func whatIsNoRecordingIsNamedByItsPlace() throws {
        let error = #expect(throws: CardFileError.self) { try self.card("thaiid-trace 1\natr 3B\n") }
        guard case .syntax(_, let place)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(place.line == 2 && place.column == 5)
    }

    @Test(arguments: ["", "\u{0}", "[]"])
    func nothingIsNoRecording(_ text: String) {
        let error = #expect(throws: CardFileError.self) { try self.card(text) }
        guard case .unrecognised? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func markOfUTF8IsNoPartOfARecord() {
        let error = #expect(throws: CardFileError.self) { try self.card("\u{FEFF}{}") }
        guard case .notRecord(_, key: "schema")? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
