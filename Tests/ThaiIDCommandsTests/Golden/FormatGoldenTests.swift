import ArgumentParser
import CardFormats
import CardRecord
import CardSources
import TestSupport
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// What `thaiid read --replay FILE --format FORMAT` prints of the fixtures that differ most.
@Suite struct FormatGoldenTests {
    static let fixtures = ["ordinary", "rural", "lifelong", "year-only-birth", "control-bytes", "no-photo"]
    /// Kept elsewhere (text, JSON), or no text.
    static let formats = CardFormat.all.map(\.name).filter { !["text", "json", "ndjson", "photo"].contains($0) }

    @Test(arguments: formats)
    func formatIsPrintedAsItWas(_ name: String) throws {
        let format = try #require(CardFormat.named(name))
        let samples = try Self.fixtures.map { Golden.Sample(name: $0, output: try Self.print($0, format)) }
        try Golden.expect(samples, "format/\(name).txt")
    }

    @Test func noOutputIsKeptForNothing() throws {
        #expect(try Golden.names(in: "format") == Self.formats.map { "\($0).txt" }.sorted())
    }

    private static func print(_ fixture: String, _ format: CardFormat) throws -> String {
        let source = try CardSource.parse(["--replay", Fixtures.recording(fixture)])
        let fields = try FieldSelection.parse([]).selected
        let read = try source.read(ReadRequest(fields), telling: nil) { _ in }.result()
        let record = JSONRecord(Record(read: read.read, card: read.card, fields: fields))
        var options = FormatOptions()
        options.hospitalCode = "00000"
        let formatted = try format.bytes(of: record, options)
        let text = String(decoding: try format.head(options) + formatted.bytes, as: UTF8.self)
        let notes = formatted.notes.map { "\($0.english)\n" }.joined()
        return text + (notes.isEmpty ? "" : "--- standard error\n" + notes)
    }
}
