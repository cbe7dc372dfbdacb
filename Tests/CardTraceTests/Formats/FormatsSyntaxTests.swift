import CardTrace
import Pseudonyms
import Testing

/// What is wrong with a file: line, column, and what could have stood there.
@Suite struct FormatsSyntaxTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let format: TraceFormat
        let text: String
        let line: Int
        let column: Int
        let expected: String
        var testDescription: String { "\(format.rawValue): \(text.prefix(60).replacing("\n", with: "⏎"))" }
    }

    private static func check(_ example: Case) throws {
        let error = try #require(throws: TraceSyntaxError.self) { try example.format.read(Array(example.text.utf8)) }
        #expect(error.line == example.line)
        #expect(error.column == example.column)
        #expect(error.expected.contains(example.expected), "\(error.expected)")
    }

    private static let clf = "# cardpeek trace file\nR:3B00\n"
    private static let dump = "# ATR: 3B00\n"

    @Test(arguments: [
        Case(format: .cardpeek, text: clf + "C:00A40400:9000:", line: 4, column: 1, expected: "# end"),
        Case(format: .cardpeek, text: clf + "# end\nC:00A40400:9000:\n", line: 4, column: 1, expected: "nothing after"),
        Case(format: .cardpeek, text: clf + "X:00A40400:9000:\n", line: 3, column: 1, expected: "R:, C: or"),
        Case(format: .cardpeek, text: clf + " C:00A40400:9000:\n", line: 3, column: 1, expected: "R:, C: or"),
        Case(format: .cardpeek, text: clf + "C:00A40400\n", line: 3, column: 11, expected: "C:command:status"),
        Case(format: .cardpeek, text: clf + "C:00A404:9000:\n", line: 3, column: 3, expected: "4 to 261 bytes"),
        Case(format: .cardpeek, text: clf + "C:00A404GG:9000:\n", line: 3, column: 9, expected: "a hex digit"),
        Case(format: .cardpeek, text: clf + "C:00A40400:90:\n", line: 3, column: 12, expected: "2 bytes"),
        Case(format: .cardpeek, text: clf + "C:00A40400:9000:0\n", line: 3, column: 18, expected: "second hex digit"),
        Case(format: .cardpeek, text: clf + "C:00A40400:9000:00:11\n", line: 3, column: 19, expected: "a hex digit"),
        Case(format: .cardpeek, text: clf + "R:3B\n# end\n", line: 3, column: 3, expected: "2 to 33 bytes"),
        Case(format: .cardpeek, text: "# end\n", line: 2, column: 1, expected: "a command and its answer"),
        Case(format: .apdu4j, text: dump + "00A40400\n", line: 3, column: 1, expected: "an answer"),
        Case(format: .apdu4j, text: dump + "00A40400\n# 3ms\n", line: 4, column: 1, expected: "an answer"),
        Case(format: .apdu4j, text: dump + "00A40400\n# ATR: 3B00\n9000\n", line: 3, column: 1, expected: "an answer"),
        Case(format: .apdu4j, text: dump + "00A40400\n90\n", line: 3, column: 1, expected: "2 to 65538 bytes"),
        Case(format: .apdu4j, text: dump + "00A404\n9000\n", line: 2, column: 1, expected: "4 to 261 bytes"),
        Case(format: .apdu4j, text: dump + "00A4x\n9000\n", line: 2, column: 5, expected: "a hex digit"),
        Case(format: .apdu4j, text: "# ATR: 3\n00A40400\n9000\n", line: 1, column: 9, expected: "second hex digit"),
        Case(format: .apdu4j, text: dump + "# Using A\n# Using B\n", line: 3, column: 1, expected: "one reader"),
        Case(format: .hex, text: "00A40400\n9000\n00A40400\n", line: 4, column: 1, expected: "the answer"),
        Case(format: .hex, text: "00A40400\n3000\n", line: 2, column: 1, expected: "status word"),
        Case(format: .hex, text: "> 00A40400\n> 00A40400\n", line: 2, column: 1, expected: "the answer"),
        Case(format: .hex, text: "< 9000\n", line: 1, column: 1, expected: "a command"),
        Case(format: .hex, text: "> 00A40400\n9000\n", line: 2, column: 1, expected: "in every line or in none"),
        Case(format: .hex, text: "> 00 A4 0 400\n< 9000\n", line: 1, column: 10, expected: "second hex digit"),
        Case(format: .hex, text: "> 00A40400\nATR: 3B00\n", line: 2, column: 1, expected: "the answer"),
        Case(format: .hex, text: "# nothing\n", line: 2, column: 1, expected: "a command and its answer"),
        Case(format: .scriptor, text: "> 00A40400\n", line: 2, column: 1, expected: "the rest of the answer"),
        Case(format: .scriptor, text: "> 00A40400\n9000 :\n", line: 2, column: 1, expected: "< and the answer"),
        Case(format: .scriptor, text: "> 00A40400\n< 90 : x\n", line: 2, column: 1, expected: "a status word"),
        Case(format: .scriptor, text: "> 00A40400\n< 90 00\nhello : x\n", line: 3, column: 1, expected: "a hex digit"),
        Case(format: .scriptor, text: "> RESET\n> 00A40400\n", line: 2, column: 1, expected: "< OK:"),
        Case(format: .scriptor, text: "> RESET\n", line: 2, column: 1, expected: "< OK:"),
        Case(format: .scriptor, text: "< 90 00 : x\n", line: 1, column: 1, expected: "a command"),
        Case(format: .scriptor, text: "hello\n", line: 1, column: 1, expected: "> and a command"),
        Case(format: .pcap, text: "", line: 1, column: 1, expected: "thaiid, cardpeek, apdu4j"),
    ])
    func faultOfATextIsNamedWithItsPlace(_ example: Case) throws { try Self.check(example) }

    private static let stamp = "P:1; T:2 17:27:10.184 [x] reader-pcsc.c:326:pcsc_transmit: "
    private static let outgoing = "\(stamp)\nOutgoing APDU (5 bytes):\n00 C0 00 00 0A .....\n"

    @Test(arguments: [
        Case(format: .opensc, text: outgoing, line: 4, column: 1, expected: "the answer to line 2"),
        Case(format: .opensc, text: outgoing + outgoing, line: 5, column: 1, expected: "Incoming APDU"),
        Case(format: .opensc, text: "Incoming APDU (2 bytes):\n", line: 1, column: 1, expected: "Outgoing APDU"),
        Case(format: .opensc, text: "Outgoing APDU (5 bytes):\n", line: 2, column: 1, expected: "5 more bytes"),
        Case(format: .opensc, text: "Outgoing APDU (2 bytes):\n", line: 1, column: 16, expected: "4 to 261 bytes"),
        Case(format: .opensc, text: "Outgoing APDU\n", line: 1, column: 14, expected: "a count"),
        Case(format: .opensc, text: "Outgoing APDU (5 cats)\n", line: 1, column: 16, expected: "a count"),
        Case(
            format: .opensc, text: "Outgoing APDU (99999999999999999999 bytes):\n", line: 1, column: 16,
            expected: "a count"),
        Case(
            format: .opensc, text: "Outgoing APDU (5 bytes):\n00 C0 00-00 0A\n", line: 2, column: 9,
            expected: "a space"),
        Case(
            format: .opensc, text: "Outgoing APDU (5 bytes):\n00 C0 00 00\n", line: 2, column: 12,
            expected: "a hex digit"),
        Case(
            format: .opensc, text: "\(stamp): ATR     : 3b:7\n", line: 1, column: 72,
            expected: "2 to 33 bytes"),
        Case(
            format: .opensc, text: "\(stamp)pcsc_transmit: reader 'A'\n\(stamp)pcsc_transmit: reader 'B'\n", line: 2,
            column: 1, expected: "one reader"),
        Case(format: .opensc, text: "hello\n", line: 2, column: 1, expected: "a command and its answer"),
    ])
    func faultOfAnOpenSCLogIsNamedWithItsPlace(_ example: Case) throws { try Self.check(example) }

    private static let spied = "A@>|1|2|SCardTransmit\nA@0x01\nA@0x04\nA@00 A4 04 00 \n"
    private static let printed = "SCardTransmit\n i hCard: 0x1\n i bSendLength 0x00000004 (4)\n i bSendBuffer\n"

    @Test(arguments: [
        Case(format: .pcscspy, text: spied, line: 5, column: 1, expected: "the end of SCardTransmit"),
        Case(format: .pcscspy, text: spied + "A@>|1|2|SCardCancel\n", line: 5, column: 3, expected: "the end of SC"),
        Case(format: .pcscspy, text: spied + "hello\n", line: 5, column: 1, expected: "a thread's number"),
        Case(format: .pcscspy, text: spied + "B@0x01\n", line: 5, column: 3, expected: "> and a call"),
        Case(
            format: .pcscspy, text: spied + "B@<|1|3|SCardCancel|x|0x00000000\n", line: 5, column: 3,
            expected: "a call before its end"),
        Case(
            format: .pcscspy, text: spied + "A@<|1|3|SCardTransmit|x|0x00000000\n", line: 5, column: 3,
            expected: "not 3"),
        Case(
            format: .pcscspy, text: spied + "A@<|1|3|SCardTransmit|x|zero\n", line: 5, column: 3,
            expected: "<|seconds|microseconds|SCardTransmit"),
        Case(
            format: .pcscspy, text: spied + "A@0x03\nA@90 00 \nA@<|1|3|SCardTransmit|x|0x00000000\n", line: 6,
            column: 3, expected: "3 bytes"),
        Case(
            format: .pcscspy, text: spied + "A@0xFFFFFFFFFFFF\nA@90 00 \nA@<|1|3|SCardTransmit|x|0x00000000\n",
            line: 5, column: 3, expected: "a length of"),
        Case(
            format: .pcscspy, text: spied + "A@0x02\nA@90 0\nA@<|1|3|SCardTransmit|x|0x00000000\n", line: 6,
            column: 7, expected: "second hex digit"),
        Case(
            format: .pcscspy, text: printed + " i  0000 00 A4 04 00 ....\n i bSendLength 0x00000004 (4)\n", line: 6,
            column: 4, expected: "one length"),
        Case(format: .pcscspy, text: printed, line: 5, column: 1, expected: "the end of SCardTransmit"),
        Case(format: .pcscspy, text: printed + "SCardCancel\n", line: 5, column: 1, expected: "the end of SC"),
        Case(
            format: .pcscspy, text: printed + " i  0000 00 A4\n", line: 5, column: 15, expected: "a hex digit"),
        Case(format: .pcscspy, text: printed + " => x (X [0x00000000])\n", line: 5, column: 2, expected: "bSendBuffer"),
        Case(
            format: .pcscspy, text: printed + " i  0000 00 A4 04 00 ....\n => x (X [0x00000000])\n", line: 6,
            column: 2, expected: "bRecvBuffer"),
        Case(format: .pcscspy, text: printed + " => x\n", line: 5, column: 2, expected: "[code]"),
    ])
    func faultOfASpysLogIsNamedWithItsPlace(_ example: Case) throws { try Self.check(example) }

    @Test func twoReadersAreNotTakenForOne() throws {
        let second = FormatSamples.spyLog.replacing("Virtual PCD 00 00", with: "Virtual PCD 00 01")
            .replacing("179B573E", with: "279B573E")
        let error = try #require(throws: TraceSyntaxError.self) {
            try TraceFormat.pcscspy.read(Array((FormatSamples.spyLog + second).utf8))
        }
        #expect(error.expected.contains("one reader"))
    }

    @Test func namesAreBounded() {
        let long = String(repeating: "A", count: 300)
        let reader = FormatSamples.apdu4j + "# Using \(long)\n"
        #expect(throws: TraceSyntaxError.self) { try TraceFormat.apdu4j.read(Array(reader.utf8)) }
        let call = FormatSamples.spyLog + "A@>|1|2|\(long)\nA@>|1|2|\(long)\n"
        #expect(throws: TraceSyntaxError.self) { try TraceFormat.pcscspy.read(Array(call.utf8)) }
    }

    @Test func fileThatIsTooLongIsRefused() throws {
        for format in TraceFormat.allCases where format.canRead {
            let bytes = [UInt8](repeating: 0x0A, count: format.longestFile + 1)
            let error = try #require(throws: TraceSyntaxError.self) { try format.read(bytes) }
            #expect(error.expected.contains("at most \(format.longestFile) bytes"))
        }
        #expect(TraceFormat.hex.longestFile == 16 << 20 && TraceFormat.thaiid.longestFile == 1 << 20)
    }

    @Test func exchangesAreCounted() throws {
        let most = 100_000
        let text = Array("# ATR: 3B00\n".utf8) + Array(repeatElement("00A40400\n9000\n".utf8, count: most).joined())
        let error = try #require(throws: TraceSyntaxError.self) { try TraceFormat.apdu4j.read(text) }
        #expect(error.line == 2 * most + 1 && error.expected.contains("at most \(most)"))
    }
}
