import CardTrace
import Pseudonyms
import TestSupport
import Testing

/// What is wrong with a text that is no recording: line, column, and what could have stood there.
@Suite struct TraceSyntaxTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let line: Int
        let column: Int
        let expected: String
        var testDescription: String { text.replacing("\n", with: "⏎") }
    }

    private static let head = "thaiid-trace 1\natr 3B00\n"

    @Test(arguments: [
        Case(text: "", line: 1, column: 1, expected: "thaiid-trace 1"),
        Case(text: "\n\n# nothing\n", line: 4, column: 1, expected: "thaiid-trace 1"),
        Case(text: "thaiid-trace 2\n", line: 1, column: 1, expected: "thaiid-trace 1"),
        Case(text: "thaiid-trace\n", line: 1, column: 1, expected: "thaiid-trace 1"),
        Case(text: "atr 3B00\n", line: 1, column: 1, expected: "thaiid-trace 1"),
        Case(text: "{\"schema\":1}", line: 1, column: 1, expected: "thaiid-trace 1"),
        Case(text: "\u{FEFF}thaiid-trace 1\n", line: 1, column: 1, expected: "thaiid-trace 1"),
        Case(text: "thaiid-trace 1\n", line: 2, column: 1, expected: "atr"),
        Case(text: "thaiid-trace 1\nreader A\n", line: 3, column: 1, expected: "atr"),
        Case(text: "thaiid-trace 1\n> 00A40400\n< 9000\n", line: 2, column: 1, expected: "recorded, reader or atr"),
        Case(text: "thaiid-trace 1\nATR 3B00\n", line: 2, column: 1, expected: "recorded, reader or atr"),
        Case(text: "thaiid-trace 1\natr 3B\n", line: 2, column: 5, expected: "2 to 33 bytes"),
        Case(text: "thaiid-trace 1\natr\n", line: 2, column: 4, expected: "2 to 33 bytes"),
        Case(text: "thaiid-trace 1\n#\natr  3B0\n", line: 3, column: 6, expected: "pairs of hex digits"),
        Case(
            text: "thaiid-trace 1\natr \(String(repeating: "3B", count: 34))\n", line: 2, column: 5,
            expected: "2 to 33 bytes"),
        Case(text: "thaiid-trace 1\nrecorded yesterday\natr 3B00\n", line: 2, column: 10, expected: "a time"),
        Case(text: "thaiid-trace 1\nrecorded 2026-11-23T09:41:07\natr 3B00\n", line: 2, column: 10, expected: "a time"),
        Case(text: "thaiid-trace 1\nrecorded\natr 3B00\n", line: 2, column: 9, expected: "a time"),
        Case(text: head + "recorded 2026-11-23T09:41:07Z\n", line: 3, column: 1, expected: "atr, >, <"),
        Case(text: head + "reader A\n", line: 3, column: 1, expected: "atr, >, <"),
        Case(text: head + "> 00A404\n< 9000\n", line: 3, column: 3, expected: "4 to 261 bytes"),
        Case(text: head + "> 00A4040G\n< 9000\n", line: 3, column: 3, expected: "pairs of hex digits"),
        Case(text: head + "> 00A4040\n< 9000\n", line: 3, column: 3, expected: "pairs of hex digits"),
        Case(
            text: head + "> \(String(repeating: "00", count: 262))\n< 9000\n", line: 3, column: 3,
            expected: "4 to 261 bytes"),
        Case(text: head + "> 00A40400\n", line: 4, column: 1, expected: "an answer (<) or a failure (!)"),
        Case(text: head + "> 00A40400\n> 00A40400\n", line: 4, column: 1, expected: "an answer (<) or a failure (!)"),
        Case(text: head + "> 00A40400\natr 3B00\n", line: 4, column: 1, expected: "an answer (<) or a failure (!)"),
        Case(text: head + "> 00A40400\n~ 5\n", line: 4, column: 1, expected: "an answer (<) or a failure (!)"),
        Case(text: head + "> 00A40400\n< 900\n", line: 4, column: 3, expected: "pairs of hex digits"),
        Case(text: head + "> 00A40400\n! broken\n", line: 4, column: 3, expected: "card-removed"),
        Case(text: head + "> 00A40400\n!\n", line: 4, column: 2, expected: "card-removed"),
        Case(text: head + "> 00A40400\n! malformed\n", line: 4, column: 3, expected: "malformed COUNT"),
        Case(text: head + "> 00A40400\n! malformed x\n", line: 4, column: 3, expected: "malformed COUNT"),
        Case(text: head + "> 00A40400\n! code XYZ\n", line: 4, column: 3, expected: "code HEX"),
        Case(text: head + "> 00A40400\n! code 123456789\n", line: 4, column: 3, expected: "code HEX"),
        Case(text: head + "< 9000\n", line: 3, column: 1, expected: "a command (>)"),
        Case(text: head + "! card-removed\n", line: 3, column: 1, expected: "a command (>)"),
        Case(text: head + "~ 5\n", line: 3, column: 3, expected: "microseconds"),
        Case(text: head + "> 00A40400\n< 9000\n~ 5\n~ 6\n", line: 6, column: 3, expected: "microseconds"),
        Case(text: head + "> 00A40400\n< 9000\n~ -1\n", line: 5, column: 3, expected: "microseconds"),
        Case(text: head + "> 00A40400\n< 9000\n~ 1.5\n", line: 5, column: 3, expected: "microseconds"),
        Case(text: head + "> 00A40400\n< 9000\n~ 99999999999999999999\n", line: 5, column: 3, expected: "microseconds"),
        Case(text: head + "> 00A40400\n< 9000\n~ 3600000001\n", line: 5, column: 3, expected: "microseconds"),
        Case(text: head + "what is this\n", line: 3, column: 1, expected: "a comment (#)"),
        Case(text: head + "\u{1B}]0;x\u{07}\n", line: 3, column: 1, expected: "a comment (#)"),
    ])
    func faultIsNamedWithItsPlace(_ example: Case) throws {
        let error = try #require(throws: TraceSyntaxError.self) { try Trace(example.text) }
        #expect(error.line == example.line)
        #expect(error.column == example.column)
        #expect(error.expected.contains(example.expected), "\(error.expected)")
    }

    @Test(arguments: ["recorded 2026-11-23T09:41:07Z\nrecorded 2026-11-24T09:41:07Z\n", "reader A\nreader B\n"])
    func headStandsOnce(_ lines: String) {
        let error = #expect(throws: TraceSyntaxError.self) { try Trace("thaiid-trace 1\n\(lines)atr 3B00\n") }
        #expect(error?.line == 3)
    }

    @Test func textThatIsTooLongIsRefused() throws {
        let line = Array("# \(String(repeating: "x", count: 61))\n".utf8)
        let whole = Array((Self.head).utf8) + Array(repeatElement(line, count: 1 << 14).joined())
        #expect(whole.count > Trace.longestText)
        let error = try #require(throws: TraceSyntaxError.self) { try Trace(parsing: whole) }
        #expect(error.expected.contains("1048576"))
        #expect(throws: Never.self) { try Trace(parsing: Array(whole.prefix(Trace.longestText))) }
    }

    @Test func everyPrefixOfARecordingIsReadOrRefused() throws {
        let text = Array((Self.head + "> 00A40400\n< 9000\n~ 12\n> 00C0000000\n! card-reset\natr 3B00\n").utf8)
        var readable = 0
        for count in 0...text.count where (try? Trace(parsing: Array(text.prefix(count)))) != nil { readable += 1 }
        #expect(readable > 10 && readable < text.count / 2)
    }

    @Test func anyBytesAreReadOrRefused() {
        var random = SeededGenerator(seed: 2)
        let words = ["thaiid-trace 1", "atr 3B00", "> 00A40400", "< 9000", "! card-reset", "~ 5", "#", "", "reader x"]
        for _ in 0..<3000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...10, using: &random) {
                bytes += (words.randomElement(using: &random) ?? "").utf8
                if Int.random(in: 0..<4, using: &random) == 0 { bytes += random.bytes(3) }
                bytes.append(0x0A)
            }
            guard let trace = try? Trace(parsing: bytes) else { continue }
            #expect((try? Trace(trace.text))?.events == trace.events)
        }
    }
}
