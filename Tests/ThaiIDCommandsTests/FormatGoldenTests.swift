import ArgumentParser
import CardFormats
import CardRecord
import Foundation
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// What `thaiid read --replay FILE --format FORMAT` prints of the fixtures that differ most.
@Suite struct FormatGoldenTests {
    static let fixtures = ["ordinary", "rural", "lifelong", "year-only-birth", "control-bytes", "no-photo"]
    /// Kept elsewhere (text, JSON), or no text.
    static let formats = CardFormat.all.map(\.name).filter { !["text", "json", "ndjson", "photo"].contains($0) }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

    @Test(arguments: formats, fixtures)
    func formatIsPrintedAsItWas(_ name: String, _ fixture: String) throws {
        let format = try #require(CardFormat.named(name))
        let source = try CardSource.parse(["--replay", Self.folder.appendingPathComponent("\(fixture).trace").path])
        let fields = try FieldSelection.parse([]).selected
        let outcome = try source.read(ReadRequest(fields), telling: nil) { _ in }.outcome()
        let record = JSONRecord(Record(read: outcome.read, card: outcome.reading.card, fields: fields))
        var options = FormatOptions()
        options.hospitalCode = "00000"
        let formatted = try format.bytes(of: record, options)
        let text = String(decoding: try format.head(options) + formatted.bytes, as: UTF8.self)
        let notes = formatted.notes.map { "\($0.english)\n" }.joined()
        try Golden.expect(text + (notes.isEmpty ? "" : "--- standard error\n" + notes), "format/\(fixture).\(name).txt")
    }

    @Test func noOutputIsKeptForNothing() throws {
        let kept = Self.fixtures.flatMap { fixture in Self.formats.map { "\(fixture).\($0).txt" } }
        #expect(try Golden.names(in: "format") == kept.sorted())
    }
}
