import CardTrace
import Pseudonyms
import SmartCard
import Testing
import VirtualCard

/// What is written, and what is said to be lost.
@Suite struct FormatsWritingTests {
    private static let trace = Trace(recordedAt: nil, reader: nil, events: FormatSamples.events)

    private static func text(_ format: TraceFormat, _ trace: Trace) throws -> (String, [TraceLoss]) {
        let written = try #require(format.write(trace))
        return (String(decoding: written.bytes, as: UTF8.self), written.losses)
    }

    private static func exchange(_ outcome: Trace.Outcome, _ duration: Duration? = nil) -> Trace.Event {
        .exchange(Trace.Exchange([0x00, 0xA4, 0x04, 0x00], outcome, duration: duration))
    }

    private static let full = Trace(
        recordedAt: "2026-11-23T09:41:07+07:00", reader: "Virtual PCD 00 00",
        events: [
            .powered(ATR([0x3B, 0x00])), exchange(.answer([0x90, 0x00]), .microseconds(1500)),
            exchange(.failure(.cardRemoved)), exchange(.failure(.communication)), exchange(.answer([0x90])),
            exchange(.answer([0x6F, 0xFF])), exchange(.answer([UInt8](repeating: 0x41, count: 65_538))),
        ])

    @Test func recordingForGoIsAsItsProgramWritesIt() throws {
        let trace = Trace(
            recordedAt: "2026-11-23T09:41:07+07:00", reader: "R",
            events: FormatSamples.events + [.exchange(Trace.Exchange([0, 1, 2, 3], .failure(.cardMute)))])
        let written = try #require(TraceFormat.goThaiSmartcard.write(trace))
        #expect(String(decoding: written.bytes, as: UTF8.self) == FormatSamples.goThaiSmartcard)
        #expect(written.losses == [.recordingTime, .readerName, .resets(1), .unansweredCommands(1)])
    }

    @Test func cardpeekIsWrittenAsItsProgramWritesIt() throws {
        let (text, losses) = try Self.text(.cardpeek, Self.trace)
        #expect(text == FormatSamples.cardpeek && losses.isEmpty)
    }

    @Test func cardpeekHasNoNamesTimesOrReasons() throws {
        let (text, losses) = try Self.text(.cardpeek, Self.full)
        #expect(
            losses == [
                .recordingTime, .readerName, .times, .failureReasons(1), .answersLikeFailures(2), .longExchanges(1),
            ])
        #expect(text.contains("C:00A40400:9000:\nC:00A40400:6FFF:\nC:00A40400:6FFF:\nC:00A40400:6FFF:\n"))
        let back = try TraceFormat.cardpeek.read(Array(text.utf8)).trace
        #expect(back.exchanges.dropFirst().allSatisfy { $0.outcome == .failure(.communication) })
    }

    /// Checked with cardpeek 0.8.4 itself: it reads a line of 1,023 bytes with its end, no longer one.
    @Test(arguments: [(506, true), (507, true), (508, false)])
    func lineThatCardpeekRefusesIsLeftOut(_ count: Int, _ isWritten: Bool) throws {
        let exchange = Trace.Exchange(
            [UInt8](repeating: 0, count: 7), .answer([UInt8](repeating: 1, count: count - 7) + [0x90, 0x00]))
        let trace = Trace(events: [.powered(ATR([0x3B, 0x00])), .exchange(exchange)])
        let (text, losses) = try Self.text(.cardpeek, trace)
        #expect(losses == (isWritten ? [] : [.longExchanges(1)]))
        #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 1022 })
    }

    @Test func apdu4jIsWrittenAsItsProgramWritesIt() throws {
        let (text, losses) = try Self.text(.apdu4j, TraceFormat.apdu4j.read(Array(FormatSamples.apdu4j.utf8)).trace)
        #expect(text == FormatSamples.apdu4j && losses.isEmpty)
    }

    @Test func apdu4jHasNoPlaceForWhatHadNoAnswer() throws {
        let (text, losses) = try Self.text(.apdu4j, Self.full)
        #expect(losses == [.fractions, .unansweredCommands(2), .answersWithoutStatus(1)])
        #expect(text.hasPrefix("# Generated on 2026-11-23T09:41:07+07:00\n# Using Virtual PCD 00 00\n# ATR: 3B00\n"))
        #expect(text.contains("00A40400\n# 1ms\n9000\n# No answer to 00A40400: card-removed\n"))
        let hex = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(hex.count == 6)
        let back = try TraceFormat.apdu4j.read(Array(text.utf8)).trace
        #expect(back.recordedAt == Self.full.recordedAt && back.reader == Self.full.reader)
    }

    @Test(arguments: [("3B799600005448204E4944203137", "T=0"), ("3B8001", "T=1"), ("3B808001", "T=0"), ("3B00", "T=0")])
    func apdu4jIsToldTheProtocolThatTheCardOffers(_ atr: String, _ name: String) throws {
        let trace = Trace(events: [.powered(ATR(try #require(Hex.decode(atr))))])
        #expect(try Self.text(.apdu4j, trace).0.contains("# PROTOCOL: \(name)\n"))
    }

    @Test func ourOwnFormatLosesOnlyWhatItCannotSay() throws {
        #expect(try Self.text(.thaiid, TraceFormat.thaiid.read(Array(FormatSamples.thaiid.utf8)).trace).1 == [])
        var odd = Self.full
        odd.recordedAt = "yesterday"
        odd.reader = " a\n> 00A40400\u{202E}"
        odd.events += [
            Self.exchange(.failure(.limitExceeded(.rounds))), Self.exchange(.answer([]), .seconds(1 << 62)),
            Self.exchange(.answer([]), .seconds(-1)), .exchange(Trace.Exchange([0x00], .answer([0x90, 0x00]))),
            Self.exchange(.answer([UInt8](repeating: 0, count: 65_539))),
        ]
        let (text, losses) = try Self.text(.thaiid, odd)
        #expect(losses == [.recordingTime, .unsafeCharacters, .times, .failureReasons(1), .longExchanges(2)])
        let back = try Trace(text)
        #expect(back.reader == "a\u{FFFD}> 00A40400\u{FFFD}")
        #expect(back.exchanges.count == odd.exchanges.count - 2)
    }

    @Test func noFormatIsBrokenByImpossibleTimes() {
        let trace = Trace(events: [
            .powered(ATR([0x3B, 0x00])), Self.exchange(.answer([0x90, 0x00]), .seconds(Int64.max)),
            Self.exchange(.answer([0x90, 0x00]), .seconds(Int64.min)),
        ])
        for format in TraceFormat.allCases where format.canWrite && format != .pcap {
            #expect(format.write(trace)?.losses == [.times])
        }
        #expect(TraceFormat.pcap.write(trace)?.losses == [.times])
    }

    @Test func fileThatCannotBeReadBackIsSaidToBeOne() throws {
        let answer = Self.exchange(.answer([UInt8](repeating: 0x41, count: 65_538)))
        let trace = Trace(events: [.powered(ATR([0x3B, 0x00]))] + Array(repeating: answer, count: 9))
        #expect(try Self.text(.thaiid, trace).1 == [.tooLongToRead(1 << 20)])
        #expect(try Self.text(.apdu4j, trace).1 == [])
    }

    @Test func whatIsReadOnlyIsNotWritten() {
        for format in TraceFormat.allCases { #expect((format.write(Self.trace) != nil) == format.canWrite) }
    }

    /// Other programs' files are not believed to have longer names; what would be refused is not written.
    @Test(arguments: [(256, []), (257, [TraceLoss.readerName])])
    func readersNameBeyondWhatIsReadIsSaidToBeLost(_ count: Int, _ losses: [TraceLoss]) throws {
        let trace = Trace(reader: String(repeating: "R", count: count), events: [.powered(ATR([0x3B, 0x00]))])
        let written = try #require(TraceFormat.apdu4j.write(trace))
        #expect(written.losses == losses)
        #expect(try TraceFormat.apdu4j.read(written.bytes).trace.reader == (losses.isEmpty ? trace.reader : nil))
    }
}
