import CardTrace
import SmartCard
import Testing

/// A reader's name in the text of a recording.
@Suite struct ReaderNameTests {
    private func trace(_ reader: String) -> Trace {
        Trace(reader: reader, events: [.powered(ATR([0x3B, 0x00]))])
    }

    @Test(arguments: [
        ("a\u{1B}[2Jb", "a\u{FFFD}[2Jb"), ("a\u{202E}b\u{2066}", "a\u{FFFD}b\u{FFFD}"),
        ("a\u{9B}b\u{85}c", "a\u{FFFD}b\u{FFFD}c"),
        ("a\u{2028}b", "a\u{FFFD}b"), ("a\natr 3B00", "a\u{FFFD}atr 3B00"), ("  a", "a"), ("a b  ", "a b  "),
    ])
    func nameIsWrittenWithoutWhatSteersATerminal(_ name: String, _ written: String) throws {
        #expect(trace(name).text.split(separator: "\n").contains("reader \(written)"))
        #expect(try Trace(parsing: Array(trace(name).text.utf8)).reader == written)
    }

    @Test(arguments: ["a\u{1B}[2Jb", "a\u{202E}b", "a\u{9B}b", "a\u{2028}b", "a\u{7F}\u{0B}"])
    func nameIsReadWithoutWhatSteersATerminal(_ name: String) throws {
        let text = "thaiid-trace 1\nreader \(name)\natr 3B00\n"
        let reader = try #require(try Trace(parsing: Array(text.utf8)).reader)
        #expect(!reader.unicodeScalars.contains { $0.properties.generalCategory == .control })
        #expect(reader.unicodeScalars.contains("\u{FFFD}"))
    }
}
