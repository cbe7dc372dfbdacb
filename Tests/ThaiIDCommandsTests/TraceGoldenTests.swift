import CardFormats
import CardRecord
import CardTrace
import Foundation
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// What `thaiid trace explain` and `thaiid trace show` print of fixtures that differ in what they show.
@Suite struct TraceGoldenTests {
    private static let explained = [
        "bad-check-digit", "chip-refused", "control-bytes", "direct-answers", "health", "no-photo", "ordinary",
        "version-0002",
    ]

    private static func trace(_ fixture: String) throws -> Trace {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Fixtures")
        return try CardFile.trace(folder.appendingPathComponent("\(fixture).trace").path)
    }

    private static func text(_ lines: some Sequence<String>) -> String {
        lines.map { SafeText.clean($0) + "\n" }.joined()
    }

    @Test(arguments: explained, [Language.thai, .english])
    func explanationIsAsItWas(_ fixture: String, _ language: Language) throws {
        let explanation = TraceExplanation(try Self.trace(fixture), showsValues: true, language)
        try Golden.expect(Self.text(explanation.lines), "explain/\(fixture).\(language.rawValue).txt")
    }

    @Test(arguments: [Language.thai, .english])
    func explanationWithoutValuesIsAsItWas(_ language: Language) throws {
        let explanation = TraceExplanation(try Self.trace("health"), showsValues: false, language)
        try Golden.expect(Self.text(explanation.lines), "explain/health-without-values.\(language.rawValue).txt")
    }

    @Test(arguments: [Language.thai, .english])
    func tableIsAsItWas(_ language: Language) throws {
        let table = TraceTable(try Self.trace("health"), language)
        try Golden.expect(Self.text(table.lines), "show/health.\(language.rawValue).txt")
    }

    @Test func noOutputIsKeptForNothing() throws {
        let names = (Self.explained + ["health-without-values"]).flatMap { name in
            ["th", "en"].map { "\(name).\($0).txt" }
        }
        #expect(try Golden.names(in: "explain") == names.sorted())
        #expect(try Golden.names(in: "show") == ["health.en.txt", "health.th.txt"])
    }
}
