import ArgumentParser
import CardFormats
import CardRecord
import CardSources
import TestSupport
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// What `thaiid read --replay FILE --chip --health` prints of every fixture.
@Suite struct RecordGoldenTests {
    private struct Printed {
        let thai, english, json: String
    }

    private static let others = Fixtures.names.filter { $0 != "ordinary" }

    @Test func recordsArePrintedAsTheyWere() throws {
        let fixtures = try (["ordinary"] + Self.others).map { ($0, try Self.print($0)) }
        let accepted = try Self.print("bad-check-digit", acceptingBadCheckDigit: true)
        let masked = try Self.print("health", isMasked: true)
        func samples(_ form: (Printed) -> String) -> [Golden.Sample] {
            fixtures.map { Golden.Sample(name: $0.0, output: form($0.1)) } + [
                Golden.Sample(name: "bad-check-digit accepted", output: form(accepted)),
                Golden.Sample(name: "health masked", output: form(masked), base: "health"),
            ]
        }
        try Golden.expect(samples(\.thai), "read/th.txt")
        try Golden.expect(samples(\.english), "read/en.txt")
        try Golden.expect(samples(\.json), "read/json.txt")
    }

    @Test func noOutputIsKeptForNothing() throws {
        #expect(try Golden.names(in: "read") == ["en.txt", "json.txt", "th.txt"])
    }

    private static func print(
        _ fixture: String, acceptingBadCheckDigit accepts: Bool = false, isMasked: Bool = false
    ) throws -> Printed {
        let source = try CardSource.parse(["--replay", Fixtures.recording(fixture)])
        let fields = try FieldSelection.parse(["--chip", "--health"]).selected
        do {
            let request = ReadRequest(fields, acceptsBadCheckDigit: accepts)
            let read = try source.read(request, telling: nil) { _ in }.result()
            var how = read.read
            how.id = nil
            let record = Record(read: how, card: read.card, fields: fields, for: isMasked ? .masked : .desk)
            return Printed(
                thai: record.text(in: .thai), english: record.text(in: .english), json: record.json.line + "\n")
        } catch let error as CardSourceError {
            let failure = ReaderFailure(error)
            let report = ErrorReport(error: failure.error, reader: failure.reader)
            return Printed(
                thai: report.text(in: .thai), english: report.text(in: .english), json: report.json.line + "\n")
        }
    }
}
