import Testing
import ThaiIDCard

@testable import CardFormats
@testable import CardRecord

/// Lines that pass through as they were read, and lines that are written anew.
@Suite struct JSONLineTests {
    /// A record with something more in it.
    private static func record(_ more: String) -> String {
        """
        {"schema":"thaiid.record/1","read":{"at":"2026-11-23T09:41:07+07:00","source":"virtual","reader":null,\
        "atr":"3B00","exchanges":1,"milliseconds":2},"card":{"issuer":"ก"},"more":\(more)}
        """
    }

    @Test(
        arguments: [
            ("1", "1"), ("-1", "-1"), ("0", "0"), ("-0", "-0"), ("1.0", "1.0"), ("1e3", "1e3"), ("1.5", "1.5"),
            ("99999999999999999999", "99999999999999999999"), ("[1, 2]", "[1,2]"), ("{ }", "{}"),
            (#""a b""#, #""a b""#),
            (#""\/""#, #""/""#), (#""\u0e01""#, #""ก""#), ("\"\u{202E}\"", #""\u202e""#), ("\"\u{7F}\"", #""\u007f""#),
            ("\"\u{85}\"", #""\u0085""#), (#""\n""#, #""\u000a""#), ("\"é–€\"", "\"é–€\""), ("true", "true"),
        ])
    func lineIsWhatItWouldBeIfWrittenAnew(_ text: String, _ written: String) throws {
        let line = Array(Self.record(text).utf8)
        let record = try #require(try JSONRecord.reading(line: line))
        #expect(record.line == Array((Self.record(written) + "\n").utf8))
        #expect(record.line == record.json.utf8Line)
        for padded in [line + [0x0D], [0x20] + line] {
            #expect(try JSONRecord.reading(line: padded)?.line == record.line)
        }
    }

    @Test func eventsAreTakenApart() throws {
        let record = Self.record("1")
        func event(_ rest: String) -> [UInt8] { Array("{\"schema\":\"thaiid.event/1\"\(rest)}".utf8) }
        #expect(try JSONRecord.reading(line: event("")) == nil)
        #expect(try JSONRecord.reading(line: event(",\"record\":\(record)"))?.line == Array((record + "\n").utf8))
    }

    @Test(arguments: ["", "{", "{}{}", "\u{1}", "[1"])
    func whatIsNoJSONIsNamed(_ text: String) {
        #expect(throws: RecordSyntaxError(key: "JSON")) { try JSONRecord.reading(line: Array(text.utf8)) }
    }

    @Test(arguments: ["", "AA==", "AAA=", "AAAA", "/+8=", "QUJD"])
    func base64ThatIsKept(_ text: String) { #expect(Base64.isCanonical(text)) }

    @Test(arguments: ["A", "AA", "AAA", "AB==", "AAB=", "A===", "====", "AA=A", "AAA\n", "AAA-", "ก==="])
    func base64ThatIsNot(_ text: String) { #expect(!Base64.isCanonical(text)) }

    @Test func textsAreMeasuredInCharacters() {
        #expect(TextMeasure.holds("กกก", 3) && !TextMeasure.holds("กกกก", 3) && TextMeasure.holds("", 0))
        #expect(TextMeasure.holds(["raw": "1", "later": "12"], .sex, 1) && !TextMeasure.holds(["raw": "12"], .sex, 1))
        #expect(TextMeasure.holds(["type": "1", "base64": "12"], .photo, 1) && !TextMeasure.holds("12", .text, 1))
        #expect(TextMeasure.holds(.null, 0) && TextMeasure.holds(.integer(5), 0))
    }
}
