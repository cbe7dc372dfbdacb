import ArgumentParser
import CardFormats
import CardRecord
import Foundation
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// What `thaiid read --replay FILE --chip --health` prints of every fixture.
@Suite struct RecordGoldenTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

    static let fixtures = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".trace") }.map { String($0.dropLast(6)) }.sorted()

    @Test(arguments: fixtures)
    func recordIsPrintedAsItWas(_ fixture: String) throws {
        try expect(fixture, fixture, acceptingBadCheckDigit: false)
    }

    @Test func wrongCheckDigitIsPrintedWithItsWarning() throws {
        try expect("bad-check-digit", "bad-check-digit-accepted", acceptingBadCheckDigit: true)
    }

    @Test func maskedRecordIsPrintedAsItWas() throws {
        try expect("health", "health-masked", acceptingBadCheckDigit: false, isMasked: true)
    }

    @Test func noOutputIsKeptForNothing() throws {
        let records = Self.fixtures + ["bad-check-digit-accepted", "health-masked"]
        let kept = records.flatMap { name in ["th", "en", "json"].map { "\(name).\($0).txt" } }
        #expect(try Golden.names(in: "read") == kept.sorted())
    }

    private func expect(
        _ fixture: String, _ name: String, acceptingBadCheckDigit accepts: Bool, isMasked: Bool = false
    ) throws {
        let source = try CardSource.parse(["--replay", Self.folder.appendingPathComponent("\(fixture).trace").path])
        let fields = try FieldSelection.parse(["--chip", "--health"]).selected
        do {
            let request = ReadRequest(fields, acceptsBadCheckDigit: accepts)
            let outcome = try source.read(request, telling: nil) { _ in }.outcome()
            let record = Record(read: outcome.read, card: outcome.reading.card, fields: fields, isMasked: isMasked)
            try Golden.expect(record.text(in: .thai), "read/\(name).th.txt")
            try Golden.expect(record.text(in: .english), "read/\(name).en.txt")
            try Golden.expect(record.json.line + "\n", "read/\(name).json.txt")
        } catch let failure as ReaderFailure {
            let report = ErrorReport(error: failure.error, reader: failure.reader)
            try Golden.expect(report.text(in: .thai), "read/\(name).th.txt")
            try Golden.expect(report.text(in: .english), "read/\(name).en.txt")
            try Golden.expect(report.json.line + "\n", "read/\(name).json.txt")
        }
    }
}
