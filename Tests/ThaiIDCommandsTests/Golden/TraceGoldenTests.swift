import CardFormats
import CardRecord
import CardSources
import CardTrace
import TestSupport
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// What `thaiid trace explain` and `thaiid trace show` print of fixtures that differ in what they show.
@Suite struct TraceGoldenTests {
    private static let explained = [
        "ordinary", "bad-check-digit", "chip-refused", "control-bytes", "direct-answers", "health", "no-photo",
        "version-0002",
    ]

    @Test(arguments: [Language.thai, .english])
    func explanationsAreAsTheyWere(_ language: Language) throws {
        var samples = try Self.explained.map { name in
            Golden.Sample(name: name, output: try Self.explanation(of: name, language))
        }
        let bare = try Self.explanation(of: "health", showsValues: false, language)
        samples.append(Golden.Sample(name: "health without values", output: bare, base: "health"))
        try Golden.expect(samples, "explain/\(language.rawValue).txt")
    }

    @Test(arguments: [Language.thai, .english])
    func tableIsAsItWas(_ language: Language) throws {
        let table = TraceTable(try Self.trace("health"), language)
        try Golden.expect(Self.text(table.lines), "show/health.\(language.rawValue).txt")
    }

    @Test func noOutputIsKeptForNothing() throws {
        #expect(try Golden.names(in: "explain") == ["en.txt", "th.txt"])
        #expect(try Golden.names(in: "show") == ["health.en.txt", "health.th.txt"])
    }

    private static func trace(_ fixture: String) throws -> Trace {
        try CardFile.trace(Fixtures.recording(fixture))
    }

    private static func explanation(
        of fixture: String, showsValues: Bool = true, _ language: Language
    ) throws -> String {
        text(TraceExplanation(try trace(fixture), showsValues: showsValues, language).lines)
    }

    private static func text(_ lines: some Sequence<String>) -> String {
        lines.map { SafeText.clean($0) + "\n" }.joined()
    }
}
