import ArgumentParser
import CardRecord
import CardSources
import PCSC
import SmartCard
import Synchronization
import Testing
import ThaiIDCard
import VirtualCard

@testable import ThaiIDCommands

/// What `--log-level` tells, line by line.
@Suite struct LampTests {
    /// What is told of a conversation with the sample card, with times that do not change.
    private func lines(_ lamp: Lamp, _ body: (any CardChannel) throws -> Void) throws -> [String] {
        let told = Mutex<[String]>([])
        let card = ObservedChannel(VirtualCard(try SampleCard.image())) { observation in
            let steady: any Observation =
                if let exchange = observation as? ObservedChannel.Exchange {
                    ObservedChannel.Exchange(
                        number: exchange.number, exchange.command, exchange.outcome, .microseconds(12_340))
                } else {
                    observation
                }
            guard let text = lamp.whatToTell(of: steady) else { return }
            told.withLock { $0.append(LampText.line(text, at: .milliseconds(7_005))) }
        }
        try body(card)
        return told.withLock { $0 }
    }

    private func read(_ channel: any CardChannel) throws {
        let fields = Field.all.filter { ["citizenID", "nameThai", "chip.laserNumber"].contains($0.key) }
        _ = try CardReader.read(ReadRequest(fields), over: channel)
    }

    @Test func trafficOfAReadIsAsItWas() throws {
        try Golden.expect(lines(Lamp(.traffic, showsValues: false, in: .english), read).joined(), "log/traffic.txt")
    }

    @Test func trafficWithValuesIsAsItWas() throws {
        try Golden.expect(lines(Lamp(.traffic, showsValues: true, in: .english), read).joined(), "log/values.txt")
    }

    @Test func debugHasNoExchange() throws {
        #expect(try lines(Lamp(.debug, showsValues: false, in: .english), read) == [])
    }

    @Test func observationsHaveTheirLines() throws {
        let reader = "ACS ACR39U 00 00"
        let state = ReaderState(name: reader, flags: [.present, .inUse], eventCount: 3)
        let observations: [any Observation] = [
            LibraryCall(.connect(reader: reader, isDirect: false), nil, .microseconds(12_300)),
            LibraryCall(.connect(reader: reader, isDirect: true), .unresponsiveCard, .seconds(2)),
            LibraryCall(.waitForChange(readers: [reader, "B"], timeout: .seconds(60)), .timeout, .seconds(60)),
            LibraryCall(.reconnect(.unpower), nil, .zero), LibraryCall(.endTransaction(.reset), nil, .zero),
            LibraryCall(.establishContext, PCSCError(rawValue: 0x8010_00FF), .microseconds(50)),
            ReaderReport(.readerAttached(reader: reader)), ReaderReport(.readerDetached(reader: reader)),
            ReaderReport(.cardInserted(reader: reader, atr: ATR([0x3B, 0x00]), fresh: true), eventCount: 1),
            ReaderReport(.cardInserted(reader: reader, atr: nil, fresh: false), eventCount: 2),
            ReaderReport(.cardRemoved(reader: reader), eventCount: 4),
            SlotReport.found([]), SlotReport.found([state, ReaderState(name: "B", flags: .empty)]),
            SlotReport.asked(reader: reader, .thaiID), SlotReport.asked(reader: "B", .foreign(.notFound)),
            SlotReport.asked(reader: "B", .failed(.card(.channel(.cardMute)))),
            SlotReport.chosen(reader: reader, .named), SlotReport.chosen(reader: reader, .onlyCard),
            SlotReport.chosen(reader: reader, .onlyMuteCard), SlotReport.chosen(reader: reader, .answers),
            ObservedChannel.Reset(failure: nil, duration: .milliseconds(90)),
            ObservedChannel.Reset(failure: .cardMute, duration: .zero),
            VPCDLink.Control.powerOff, VPCDLink.Control.powerOn, VPCDLink.Control.reset, VPCDLink.Control.askForATR,
        ]
        try Golden.expect(texts(of: observations, in: .english), "log/debug.txt")
        try Golden.expect(texts(of: observations, in: .thai), "log/debug-th.txt")
    }

    private func texts(of observations: [any Observation], in language: Language) -> String {
        observations.map { (LampText(language: language).whatToTell(of: $0) ?? "nothing") + "\n" }.joined()
    }

    @Test func trafficIsToldInThaiToo() throws {
        try Golden.expect(lines(Lamp(.traffic, showsValues: false, in: .thai), read).joined(), "log/traffic-th.txt")
    }

    @Test func lineIsSafeToShow() {
        let text = LampText(language: .english).whatToTell(
            of: LibraryCall(.connect(reader: "A\u{1B}]0;x\u{7}\n\u{202E}", isDirect: false), nil, .zero))
        let line = LampText.line(text ?? "", at: .zero)
        #expect(line.unicodeScalars.dropLast().allSatisfy { !SafeText.isUnsafe($0) })
        #expect(line.hasPrefix("[0.000] SCardConnect") && line.hasSuffix("\n"))
    }

    @Test(arguments: [
        ("0020 0080, 4 bytes of data", CommandAPDU(0x00, 0x20, 0x00, 0x80, data: Array("1234".utf8))),
        ("SELECT 0400, 13 bytes of data", CommandAPDU(0x00, 0xA4, 0x04, 0x00, data: Array("1000000000009".utf8))),
    ])
    func dataOfCommandsOfOnesOwnAreKeptBack(_ shown: String, _ command: CommandAPDU) {
        let exchange = ObservedChannel.Exchange(number: 1, command, .failure(.cardRemoved), .zero)
        let text = LampText(language: .english).text(of: exchange, showingValues: false)
        #expect(text.contains(shown) && !text.contains(Hex.encode(command.data)))
    }

    @Test func onlyCommandsThatSpeakToCardsHaveTheOptions() throws {
        for line in [
            "read --sample", "sheet --purpose x --print", "watch", "readers", "doctor", "emulate f", "trace record f",
            "apdu a4",
        ] {
            let words = line.split(separator: " ").map(String.init) + ["--log-level", "debug"]
            #expect(throws: Never.self) { try Tool.parse(naming: words) }
        }
        for line in ["invent", "schema record", "check-id", "trace show f", "convert f --to csv"] {
            let words = line.split(separator: " ").map(String.init) + ["--log-level", "debug"]
            #expect(throws: (any Error).self) { try Tool.parse(naming: words) }
        }
    }

    @Test func commandWithoutTheOptionsIsParsedByItself() throws {
        #expect(try Tool.parse(naming: ["read", "--sample"]) is Tool.Read)
        #expect(try Tool.parse(naming: ["read", "--sample", "--log-level=traffic"]) is Lamplit<Tool.Read>)
    }

    @Test func defectTellsItsPlace() {
        let line = #line + 1
        let words = ToolError.internal("what").words
        #expect(words.problem.english == "The program has a defect (LampTests.swift:\(line): what).")
        #expect(words.problem.thai.contains("LampTests.swift:\(line): what"))
    }
}
