import CardFormats
import CardRecord
import Foundation
import TestSupport
import Testing
import ThaiIDCard

/// RFC 8259, on one line, and safe to print whatever a card says.
@Suite struct JSONValueTests {
    @Test(
        arguments: [
            (.null, "null"), (.bool(true), "true"), (.bool(false), "false"), (.integer(-5), "-5"),
            (.integer(.max), "9223372036854775807"), (.integer(.min), "-9223372036854775808"), ("", "\"\""),
            ([], "[]"), ([:], "{}"), ([.null, "a"], "[null,\"a\"]"),
            (["b": .integer(1), "a": [:]], "{\"b\":1,\"a\":{}}"),
            ("\"", "\"\\\"\""), ("\\", "\"\\\\\""), ("a/b", "\"a/b\""), ("\n", "\"\\u000a\""), ("\t", "\"\\u0009\""),
            ("\u{0}", "\"\\u0000\""), ("\u{1B}]0;x\u{07}", "\"\\u001b]0;x\\u0007\""), ("\u{7F}", "\"\\u007f\""),
            ("\u{9B}", "\"\\u009b\""), ("\u{202E}", "\"\\u202e\""), ("\u{2066}", "\"\\u2066\""),
            ("\u{61C}", "\"\\u061c\""),
            ("\u{2028}", "\"\\u2028\""), ("ทดสอบ", "\"ทดสอบ\""), ("🙂", "\"🙂\""),
            (["\u{1B}": "x"], "{\"\\u001b\":\"x\"}"),
        ] as [(JSONValue, String)])
    func valueIsWrittenOnOneLine(_ value: JSONValue, _ line: String) {
        #expect(Array(value.line.utf8) == Array(line.utf8))
    }

    @Test func everyCharacterIsWrittenAndReadBack() throws {
        for block in stride(from: UInt32(0), to: 0x11_0000, by: 0x400) {
            let text = String(String.UnicodeScalarView((block..<(block + 0x400)).compactMap(Unicode.Scalar.init)))
            let line = JSONValue.string(text).line
            #expect(!line.unicodeScalars.contains(where: SafeText.isUnsafe))
            let back = try JSONSerialization.jsonObject(with: Data(line.utf8), options: .fragmentsAllowed) as? String
            #expect(back.map { Array($0.unicodeScalars) == Array(text.unicodeScalars) } == true, "block \(block)")
        }
    }

    @Test func anyValueIsReadBackAsItWasWritten() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<500 {
            let value = Self.random(depth: 4, &random)
            let line = value.line
            #expect(!line.contains("\n"))
            #expect(try OrderedJSON.parse(line) == value)
            #expect(JSONValue(parsing: Array(line.utf8)) == value)
        }
    }

    @Test(arguments: ["", "{", "}", "{\"a\":}", "nul", "'a'", "\"", "{\"a\" 1}", "[1] x", "\u{1B}"])
    func whatIsNoJSONIsNone(_ text: String) {
        #expect(JSONValue(parsing: Array(text.utf8)) == nil)
    }

    @Test(arguments: [[0xFF], [0x00], [0x7B, 0xFF, 0x7D]] as [[UInt8]])
    func bytesThatAreNoTextAreNone(_ bytes: [UInt8]) {
        #expect(JSONValue(parsing: bytes) == nil)
    }

    /// Broken strings and numbers within JSON that is well-formed otherwise.
    @Test(
        arguments: [
            [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0x0A, 0x22], Array("\"\\ud800\"".utf8),
            Array("01".utf8), Array("{\"a\":\"\\x\"}".utf8), Array("[1,-]".utf8),
        ] as [[UInt8]])
    func whatIsAlmostJSONIsNoneEither(_ bytes: [UInt8]) {
        #expect(JSONValue(parsing: bytes) == nil)
    }

    /// What many parsers let pass, and RFC 8259 does not.
    @Test(
        arguments: [
            "[1,]", "{\"a\":1,}", "[,1]", "[1 2]", "{\"a\":1 \"b\":2}", "{a:1}", "{1:1}", "[1]]", "+1", ".5", "1.", "-",
            "1e", "1e+", "0x1", "00", "-01", "NaN", "Infinity", "True", "nullx", "\"\\u12G4\"", "\"\\u+123\"",
            "\"\\udc00\"", "\"\\ud83dx\"", "\"\\ud83d\\u0041\"", "\"\t\"", "// a\n1", "/* a */1", "\u{FEFF}1",
            "1\u{A0}", "1\u{0C}", "{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":2}",
        ])
    func whatOtherParsersForgiveIsNoJSON(_ text: String) {
        #expect(JSONValue(parsing: Array(text.utf8)) == nil)
    }

    @Test func everythingThatJSONAllowsIsRead() {
        let text =
            " {\"b\" : [ ] ,\r\n\t\"a\":[true,false,null,{},-0,1E2,\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0e01\\ud83d\\ude42\u{7F}\"]} "
        let value: JSONValue = [
            "b": [],
            "a": [
                .bool(true), .bool(false), .null, [:], .number("-0"), .number("1E2"), "\"\\/\u{08}\u{0C}\n\r\tก🙂\u{7F}",
            ],
        ]
        #expect(JSONValue(parsing: Array(text.utf8)) == value)
    }

    /// Few names are compared with one another, many are not: both ways have to see it.
    @Test(arguments: [2, 16, 17, 300])
    func nameThatStandsTwiceIsSeenAmongAnyNumber(_ count: Int) {
        func object(_ names: [String]) -> [UInt8] {
            Array("{\(names.map { "\"\($0)\":null" }.joined(separator: ","))}".utf8)
        }
        let names = (1..<count).map { "name\($0)" }
        #expect(JSONValue(parsing: object(names + ["other"])) != nil)
        #expect(JSONValue(parsing: object(names + ["name1"])) == nil)
    }

    @Test func nestingHasAnEnd() {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        #expect(JSONValue(parsing: nested(64)) != nil)
        #expect(JSONValue(parsing: nested(65)) == nil)
    }

    @Test(arguments: [
        "0", "-3", "9223372036854775807", "-0", "0.0", "1.5", "1.50", "2.0", "1e3", "1E+03", "1.5e-7", "-1.25E400",
        "9223372036854775808", "99999999999999999999", "3.141592653589793238462643383279",
    ])
    func numbersStayAsTheyAreWritten(_ number: String) {
        #expect(JSONValue(parsing: Array("[ \(number) ]".utf8))?.line == "[\(number)]")
    }

    @Test(arguments: [("12", 12), ("2.0", 2), ("1e3", 1_000), ("-0", 0), ("1.5", nil), ("1e400", nil), ("\"1\"", nil)])
    func wholeNumbersAreSeenHoweverTheyAreWritten(_ text: String, _ number: Int?) {
        #expect(JSONValue(parsing: Array(text.utf8))?.integer == number)
    }

    @Test func deepNestingIsRefusedNotFollowed() {
        for mark in ["[", "{\"a\":"] {
            #expect(JSONValue(parsing: Array(String(repeating: mark, count: 100_000).utf8)) == nil)
        }
    }

    @Test func anyBytesAreReadOrRefused() {
        var random = SeededGenerator(seed: 2)
        let marks = Array("{}[],:\"\\u0a1e-.tfn \n".utf8)
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in marks.randomElement(using: &random) ?? 0
            }
            if let value = JSONValue(parsing: bytes) { #expect(JSONValue(parsing: Array(value.line.utf8)) != nil) }
        }
    }

    @Test func membersAreFoundByName() {
        let value: JSONValue = ["a": "1", "b": .null]
        #expect(value["a"]?.string == "1")
        #expect(value["b"] == .null && value["c"] == nil)
        #expect(JSONValue.string("a")["a"] == nil && JSONValue.null.string == nil)
        #expect(JSONValue(String?.none) == .null && JSONValue(Int?.none) == .null)
        #expect(JSONValue("x") == .string("x") && JSONValue(3) == .integer(3))
    }

    private static func random(depth: Int, _ random: inout SeededGenerator) -> JSONValue {
        func text() -> String {
            let scalars = (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
                Unicode.Scalar(
                    UInt32.random(in: 0...0x10_FFFF, using: &random) >> UInt32.random(in: 0...16, using: &random))
            }
            return String(String.UnicodeScalarView(scalars))
        }
        switch Int.random(in: 0..<(depth == 0 ? 4 : 6), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .integer(Int(truncatingIfNeeded: random.next()))
        case 3: return .string(text())
        case 4:
            return .array(
                (0..<Int.random(in: 0...3, using: &random)).map { _ in self.random(depth: depth - 1, &random) })
        default:
            let members = (0..<Int.random(in: 0...3, using: &random)).map { index in
                JSONValue.Member(name: "\(index)\(text())", value: self.random(depth: depth - 1, &random))
            }
            return .object(members)
        }
    }
}
