import CardTrace
import Pseudonyms
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// Every format is known by its mark, and gives the same conversation.
@Suite struct FormatsReadingTests {
    private static func read(_ text: String) throws -> TraceReading {
        let bytes = Array(text.utf8)
        return try #require(TraceFormat.recognise(bytes)).read(bytes)
    }

    @Test(arguments: FormatSamples.texts.indices)
    func everyFormatIsKnownByItsMark(_ index: Int) {
        let (format, text) = FormatSamples.texts[index]
        #expect(TraceFormat.recognise(Array(text.utf8)) == format)
        #expect(TraceFormat.recognise(Array(text.replacing("\n", with: "\r\n").utf8)) == format)
        if format != .thaiid { #expect(TraceFormat.recognise(Array("\u{FEFF}\(text)".utf8)) == format) }
    }

    @Test(arguments: FormatSamples.texts.indices)
    func everyFormatGivesTheSameConversation(_ index: Int) throws {
        let (format, text) = FormatSamples.texts[index]
        for text in [text, text.replacing("\n", with: "\r\n")] {
            let trace = try Self.read(text).trace
            #expect(trace.exchanges.map(\.command) == FormatSamples.exchanges.map(\.command))
            #expect(trace.exchanges.map(\.outcome) == FormatSamples.exchanges.map(\.outcome))
            #expect(trace.atr == VirtualCard.usualATR)
            let resets = trace.events.filter { if case .powered = $0 { true } else { false } }.count
            #expect(resets == ([.opensc, .goThaiSmartcard].contains(format) ? 1 : 2))
        }
    }

    @Test func timesAndNamesAreTakenFromWhereTheyAre() throws {
        let apdu4j = try Self.read(FormatSamples.oldAPDU4J).trace
        #expect(apdu4j.recordedAt == "2014-12-03T18:10:35+02:00" && apdu4j.reader == "Some Reader 00 00")
        #expect(apdu4j.exchanges.map(\.duration) == [.milliseconds(1024), nil, .milliseconds(7)])
        let opensc = try Self.read(FormatSamples.opensc).trace
        #expect(opensc.recordedAt == nil && opensc.reader == "Virtual PCD 00 00")
        #expect(opensc.exchanges.map(\.duration) == [7, 5, 0].map(Duration.milliseconds))
        let overMidnight = try Self.read(FormatSamples.oldOpenSC).trace
        #expect(overMidnight.exchanges.map(\.duration) == [3, 1, 1].map(Duration.milliseconds))
        let spy = try Self.read(FormatSamples.spyLog).trace
        #expect(spy.recordedAt == "2026-11-23T17:27:39Z" && spy.reader == "Virtual PCD 00 00")
        #expect(spy.exchanges.map(\.duration) == [.microseconds(250), .microseconds(250), .microseconds(250)])
        let rendering = try Self.read(FormatSamples.spyRendering).trace
        #expect(rendering.recordedAt == nil && rendering.reader == spy.reader)
        #expect(rendering.events == spy.events)
        #expect(try Self.read(FormatSamples.scriptor).trace.reader == "Virtual PCD 00 00")
    }

    @Test(arguments: [
        "", "\n\n", "# a comment\n", "hello\n", "thaiid\n", "{}", "3B79\n9000 hello\n", "<html>\n",
        "00A4040008A000000054480001\n00C000000A\n80B0000402000D\n", "> 00A40400\n9000\n", "ATR: 3B00\n",
        "# cardpeek trace file of mine\n", "# ATR: 3B00\nhello\n", "Using T=1\n", "SCardTransmit\n", "\u{1B}[34m\n",
        "thaiid-trace 1\n# ATR: 3B00\n00A40400\n", "1F@>|1|2\n", "17:27:10.184 [x] y\n",
    ])
    func whatBearsNoMarkIsNotGuessedAt(_ text: String) {
        #expect([nil, .thaiid].contains(TraceFormat.recognise(Array(text.utf8))))
    }

    @Test func marksOfSeveralFormatsAreNone() {
        let both = "# cardpeek trace file\n# ATR: 3B00\n# Using T=0 protocol\nUsing T=0 protocol\n"
        #expect(TraceFormat.recognise(Array(both.utf8)) == nil)
    }

    @Test func whatIsLostOnTheWayInIsSaid() throws {
        func losses(_ text: String) throws -> [TraceLoss] { try Self.read(text).losses }
        #expect(try losses(FormatSamples.thaiid).isEmpty)
        #expect(try losses(FormatSamples.thaiid + "# mine\n") == [.comments])
        #expect(try losses(FormatSamples.cardpeek).isEmpty)
        #expect(try losses(FormatSamples.cardpeek + "# mine\n") == [.comments])
        #expect(try losses(FormatSamples.apdu4j).isEmpty && losses(FormatSamples.oldAPDU4J).isEmpty)
        #expect(try losses(FormatSamples.apdu4j + "# UID: 04\n") == [.comments])
        #expect(try losses("# Generated on a day\n" + FormatSamples.apdu4j) == [.recordingTime])
        #expect(try losses(FormatSamples.apdu4j.replacing("# 24ms", with: "# 3600001ms")) == [.times])
        #expect(try losses(FormatSamples.hex) == [.comments] && losses(FormatSamples.arrows).isEmpty)
        #expect(try losses("00A40400\n9000\n") == [.answerToReset])
        #expect(try losses(FormatSamples.opensc) == [.otherLines])
        #expect(try losses(FormatSamples.spyLog) == [.otherLines])
    }

    @Test func membersMayStandInAnyOrderAndOthersBesideThem() throws {
        let exchanges = """
            "exchanges":[{"x":{"y":[1,-2.5e3,null]},"response":"9000","command":"00A4 0400"}]
            """
        let reading = try Self.read("{ \"q\\\"\":true,\(exchanges),\n\"note\":\"ไทย\",\"atr\" : \"3B01ff\"}")
        let exchange = Trace.Exchange([0x00, 0xA4, 0x04, 0x00], .answer([0x90, 0x00]))
        #expect(reading.trace.events == [.powered(ATR([0x3B, 0x01, 0xFF])), .exchange(exchange)])
        #expect(reading.losses == [.otherLines, .comments])
        #expect(try Self.read("{\"atr\":\"\",\(exchanges)}").losses == [.otherLines, .answerToReset])
        #expect(try Self.read(FormatSamples.goThaiSmartcard).losses == [])
    }

    @Test(arguments: [
        ("{\"atr\":\"3B00\",\"exchanges\":[{\"command\":\"00A40400\"}]}", 1, 28, "command and response"),
        ("{\"atr\":\"3B00\",\n\"exchanges\":[{\"command\":\"00A4zz\"}]}", 2, 30, "a hex digit"),
        ("{\"atr\":\"3B00\",\n\n \"exchanges\":[", 3, 15, "{"),
        ("{\"atr\":\"3B00\",\"exchanges\":[]}\nx", 2, 1, "nothing after the object"),
        ("{\"atr\":\"3B00\",\"exchanges\":[],\"atr\":\"3B01\"}", 1, 30, "each name once"),
        ("{\"atr\":\"\",\"exchanges\":[]}", 1, 26, "a command and its answer"),
        ("{\"atr\":\"3B00\",\"exchanges\":[],\"x\":\"\n\"}", 1, 35, "the end of a string"),
        ("{\"atr\":\"3B00\",\"exchanges\":[],\"x\":}", 1, 34, "a value of JSON"),
    ])
    func faultsInJSONAreNamedAtTheirPlace(_ text: String, _ line: Int, _ column: Int, _ expected: String) throws {
        let error = #expect(throws: TraceSyntaxError.self) { try Self.read(text) }
        #expect(error.map { [$0.line, $0.column] } == [line, column])
        #expect(error?.expected.contains(expected) == true)
    }

    @Test func readerWithAHostileNameIsDefused() throws {
        let name = "A\u{1B}]0;x\u{07}\u{202E}\u{2028}B"
        let reading = try Self.read(FormatSamples.apdu4j + "# Using \(name)\n")
        #expect(reading.trace.reader == "A\u{FFFD}]0;x\u{FFFD}\u{FFFD}\u{FFFD}B")
        #expect(reading.losses == [.unsafeCharacters])
        let spied = try Self.read(FormatSamples.spyLog.replacing("Virtual PCD 00 00", with: name))
        #expect(spied.trace.reader == reading.trace.reader && spied.losses.contains(.unsafeCharacters))
    }

    @Test func formatsHaveNamesAndWords() {
        let names = TraceFormat.allCases.map(\.rawValue)
        #expect(
            names == [
                "thaiid", "cardpeek", "apdu4j", "go-thai-smartcard", "opensc", "pcscspy", "scriptor", "hex", "pcap",
            ])
        #expect(names.compactMap(TraceFormat.init(rawValue:)) == TraceFormat.allCases)
        #expect(TraceFormat(rawValue: "word") == nil)
        #expect(TraceFormat.allCases.filter(\.canWrite) == [.thaiid, .cardpeek, .apdu4j, .goThaiSmartcard, .pcap])
        #expect(TraceFormat.allCases.filter { !$0.canRead } == [.pcap])
        let losses: [TraceLoss] = [
            .recordingTime, .readerName, .unsafeCharacters, .times, .fractions, .failureReasons(2),
            .unansweredCommands(2), .answersWithoutStatus(2), .answersLikeFailures(2), .longExchanges(2),
            .answerToReset, .comments, .otherLines, .tooLongToRead(2),
        ]
        let words = losses.flatMap { [$0.message.thai, $0.message.english] }
        #expect(Set(words).count == losses.count * 2 && !words.contains(""))
    }
}
