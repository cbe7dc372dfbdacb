import CardFormats
import CardRecord
import CardSources
import CardTrace
import Pseudonyms
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

@testable import ThaiIDCommands

/// Commands that somebody wants sent: understood and judged before the first is, then sent as they stand.
@Suite struct SendCommandsTests {
    private static let select = "a40400:a000000054480001"

    private func run(
        _ notations: String..., fetching fetches: Bool = false, over channel: (any CardChannel)? = nil
    ) throws -> CommandRun {
        let channel = try channel ?? VirtualCard(SampleCard.card.image())
        let card = OpenCard(channel: channel, source: .virtual, time: "2026-11-23T09:41:07+07:00")
        return CommandRun(try CommandList(notations).commands, on: card, fetching: fetches)
    }

    @Test func commandsAreSentAsTheyStand() throws {
        let run = try run(Self.select + "=610a", "c0/0a", "80b00004:000d", "c0/0d=")
        #expect(run.failure == nil)
        #expect(
            ExchangeLines(run.trace).text == """
                ATR: 3B799600005448204E4944203137
                > 00A4040008A000000054480001
                < 610A
                > 00C000000A
                < 8408A0000000544800019000
                > 80B0000402000D
                < 610D
                > 00C000000D
                < 313030303030303030303030399000

                """)
    }

    @Test func whatWaitsIsFetchedWhereThatIsAskedFor() throws {
        let run = try run(Self.select + "=", "80b00004:000d=", "a40400=", "80ca9f7f=", fetching: true)
        #expect(run.failure == nil)
        #expect(run.trace.steps.count { $0.number != nil } == 8)
    }

    @Test func otherStatusWordThanExpectedEndsIt() throws {
        let run = try run(Self.select, "80b0ff00:0001=", "80b00004:000d")
        #expect(run.failure == .status(command: 2, .wrongOffset, expected: .success))
        #expect(run.trace.steps.count { $0.number != nil } == 2)
    }

    @Test func anyStatusWordWillDoWhereNoneIsNamed() throws {
        #expect(try run("a40400:a000000000000000", "c0/0a").failure == nil)
    }

    @Test func commandThatIsNotAnsweredEndsItAndIsAComment() throws {
        let card = VirtualCard(try SampleCard.card.image(), faults: [.removal(before: 2)])
        let run = try run(Self.select, "c0/0a", "c0/0a", over: card)
        #expect(run.failure == .channel(.cardRemoved))
        #expect(ExchangeLines(run.trace).text.hasSuffix("< 610A\n# > 00C000000A was not answered\n"))
        #expect(
            ExchangeLines(run.trace).json.split(separator: "\n").last
                .map {
                    $0.hasPrefix(#"{"schema":"thaiid.exchange/1","command":"00C000000A","data":null,"status":null,"#)
                }
                == true)
    }

    @Test func endlessAnswersEnd() throws {
        let card = VirtualCard(try SampleCard.card.image(), faults: [.endlessWaiting])
        #expect(try run(Self.select, fetching: true, over: card).failure == .channel(.limitExceeded(.rounds)))
    }

    @Test func linesAreReadBackByConverting() throws {
        let run = try run(Self.select, "c0/0a", "80b00004:000d", "c0/0d")
        let reading = try #require(TraceFormat.recognise(Array(ExchangeLines(run.trace).text.utf8)))
            .read(Array(ExchangeLines(run.trace).text.utf8))
        #expect(reading.trace.image == run.trace.image && reading.trace.atr == run.trace.atr)
    }

    @Test(arguments: [
        (["a4", "20:31323334"], ToolError.refused(.unsafe(command: 2, header: [0x00, 0x20]))),
        (["80000000/17"], .refused(.unsafe(command: 1, header: [0x80, 0x00]))),
        (["10a40400"], .refused(.unsafe(command: 1, header: [0x10, 0xA4]))),
    ])
    func allAreRefusedWhereOneMayDoHarm(_ notations: [String], _ error: ToolError) throws {
        #expect(throws: error) { try CommandList(notations).refuseUnsafe() }
    }

    @Test func refusalsNameNothingOfThePIN() throws {
        let words = ToolError.refused(.unsafe(command: 1, header: [0x00, 0x20])).words
        #expect(words.problem.english.contains("(0020)"))
        #expect(throws: ToolError.notation(command: 2, column: 10, .end)) {
            try CommandList(["a4", "20:313233X"])
        }
    }

    @Test func wholeCommandsAreTakenToo() throws {
        let list = try CommandList([], whole: ["00A4040008A000000054480001", "00C000000A"])
        #expect(list.commands.map(\.command.description) == ["00A4040008A000000054480001", "00C000000A"])
        #expect(throws: ToolError.notation(command: 1, column: 7, .wholeCommand)) {
            try CommandList([], whole: ["00A404"])
        }
    }

    @Test func moreCommandsThanExchangesOfAReadAreNotTaken() throws {
        #expect(try CommandList([String](repeating: "a4", count: 512)).commands.count == 512)
        #expect(throws: ToolError.commandCount(513, longest: 512)) {
            try CommandList([String](repeating: "a4", count: 513))
        }
    }
}
