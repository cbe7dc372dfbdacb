import CardQuality
import CardRecord
import Testing
import ThaiIDCard
import VirtualCard

@testable import ThaiIDCommands

/// What is said of each check's example.
@Suite struct CheckGoldenTests {
    @Test func findingsAreToldAsTheyWere() throws {
        let read = Record.Read(
            at: "2026-11-23T09:41:07+07:00", source: .virtual, reader: nil, atr: "3B00", exchanges: 1, milliseconds: 1)
        let sample = CheckedCard(Record(read: read, card: SampleCard.card, fields: Field.all))
        let findings = Check.all.map { ($0.code, $0.finding(in: $0.example(of: sample))) }
        for language in Language.allCases {
            let samples = findings.map { code, finding in
                Golden.Sample(name: code, output: Finding.text(of: finding.map { [$0] } ?? [], in: language))
            }
            try Golden.expect(samples, "checks/\(language.rawValue).txt")
        }
    }

    @Test func noOutputIsKeptForNothing() throws {
        #expect(try Golden.names(in: "checks") == ["en.txt", "th.txt"])
    }
}
