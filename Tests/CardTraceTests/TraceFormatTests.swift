import CardTrace
import Pseudonyms
import SmartCard
import TestSupport
import Testing
import ThaiIDCard
import VirtualCard

/// `thaiid-trace 1`, as it is written and read.
@Suite struct TraceFormatTests {
    private static let example = """
        thaiid-trace 1
        # A recording of a card holds its holder's personal data.
        recorded 2026-11-23T09:41:07+07:00
        reader Virtual PCD 00 00
        atr 3B799600005448204E4944203137

        # SELECT identity data
        > 00A4040008A000000054480001
        < 610A
        ~ 1240
        > 00C000000A
        < 8408A0000000544800019000

        # READ 0000 + 255
        > 80B000000200FF
        ! card-reset
        ~ 0
        atr 3B799600005448204E4944203137

        # GET DATA
        > 80CA9F7F
        < 6C2D

        # command 8000
        > 8000000017
        ! malformed 1

        """

    private static let trace = Trace(
        recordedAt: "2026-11-23T09:41:07+07:00", reader: "Virtual PCD 00 00",
        events: [
            .powered(VirtualCard.usualATR),
            .exchange(
                Trace.Exchange(
                    CommandAPDU.select(Applet.storage.applicationID).bytes, .answer([0x61, 0x0A]),
                    duration: .microseconds(1240))),
            .exchange(
                Trace.Exchange(
                    CommandAPDU.getResponse(10).bytes,
                    .answer([0x84, 0x08, 0xA0, 0, 0, 0, 0x54, 0x48, 0, 0x01, 0x90, 0x00]))),
            .exchange(Trace.Exchange(ReadCommand(0..<255).command.bytes, .failure(.cardReset), duration: .zero)),
            .powered(VirtualCard.usualATR),
            .exchange(Trace.Exchange([0x80, 0xCA, 0x9F, 0x7F], .answer([0x6C, 0x2D]))),
            .exchange(Trace.Exchange([0x80, 0x00, 0x00, 0x00, 0x17], .failure(.malformedAnswer(count: 1)))),
        ])

    @Test func recordingIsWrittenLineByLine() {
        #expect(Self.trace.text == Self.example)
    }

    @Test func recordingIsReadLineByLine() throws {
        #expect(try Trace(Self.example) == Self.trace)
    }

    @Test func carriageReturnsAndGapsDoNotMatter() throws {
        let spaced = Self.example.replacing("00A4040008A0", with: "00 A4 04 00 08 A0").replacing("> ", with: ">    ")
        #expect(try Trace(spaced) == Self.trace)
        #expect(try Trace(Self.example.replacing("\n", with: "\r\n")) == Self.trace)
        #expect(
            try Trace(Self.example.replacing("3B79", with: "3b79").replacing("8A0000", with: "8a0000")) == Self.trace)
        #expect(try Trace(String(Self.example.dropLast())) == Self.trace)
    }

    @Test func commentsMayStandAnywhere() throws {
        let commented = Self.example.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "# ความเห็น\n\n\($0)\n#\n#> 00" }.joined(separator: "\n")
        #expect(try Trace(commented) == Self.trace)
    }

    @Test func linesOfBlanksAreBlankLines() throws {
        #expect(try Trace("  \nthaiid-trace 1\n  \natr 3B00\n \r\n").events == [.powered(ATR([0x3B, 0x00]))])
    }

    @Test func anyRecordingIsReadBackAsItWasWritten() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<1000 {
            let trace = TestTraces.random(&random)
            #expect(try Trace(trace.text) == trace)
        }
    }

    @Test(arguments: TestTraces.failures)
    func everyFailureIsReadBackAsItWasWritten(_ failure: ChannelError) throws {
        let trace = Trace(events: [
            .powered(ATR([0x3B, 0])), .exchange(Trace.Exchange([0, 0, 0, 0], .failure(failure))),
        ])
        #expect(try Trace(trace.text) == trace)
    }

    @Test(arguments: ["Reader\nreader 2", "Reader\r", "Reader\n> 00A40400"])
    func nameOfAReaderCannotBreakTheFormat(_ reader: String) throws {
        let trace = Trace(reader: reader, events: [.powered(VirtualCard.usualATR)])
        let again = try Trace(trace.text)
        #expect(again.events == trace.events)
        #expect(again.text == trace.text)
    }

    @Test func absenceOfATimeAndAReaderIsKept() throws {
        let trace = try Trace("thaiid-trace 1\natr 3B00\n")
        #expect(trace.recordedAt == nil && trace.reader == nil)
        #expect(trace.atr == ATR([0x3B, 0x00]))
        #expect(!trace.text.contains("recorded") && !trace.text.contains("reader "))
    }

    @Test func recordingOfAReadNamesEachCommand() throws {
        let trace = TestTraces.record(TestTraces.fields, over: VirtualCard(TestTraces.image)).trace
        let names = trace.text.split(separator: "\n").filter { $0.hasPrefix("# ") }.dropFirst()
        #expect(
            Array(names.prefix(4)) == [
                "# SELECT identity data", "# READ 0000 + 255", "# READ 00FF + 255", "# READ 1579 + 174",
            ])
        #expect(names.contains("# SELECT card stock") && names.contains("# SELECT chip production data"))
        let again = try Trace(trace.text)
        #expect(again.exchanges.map(\.command) == trace.exchanges.map(\.command))
        #expect(again.exchanges.map(\.outcome) == trace.exchanges.map(\.outcome))
        #expect(again.text == trace.text)
    }
}
