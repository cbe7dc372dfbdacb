import CardTrace
import Pseudonyms
import SmartCard
import TestSupport
import Testing
import ThaiIDCard

/// What a recording tells of the card's bytes.
@Suite struct TraceImageTests {
    private let select = "> 00A4040008A000000054480001\n< 9000\n"

    private func image(_ exchanges: String) throws -> CardImage {
        try Trace("thaiid-trace 1\natr 3B00\n\(exchanges)").image
    }

    @Test func dataIsThatOfTheReadBefore() throws {
        let image = try image(select + "> 80B00004020002\n< 6102\n> 00C0000002\n< 31329000\n")
        #expect(image[.storage][4..<6] == [0x31, 0x32])
        #expect(image[.storage].known.ranges == [4..<6])
    }

    @Test func dataInPartsIsJoined() throws {
        let image = try image(
            select + "> 80B00004020003\n< 316102\n> 00C0000001\n< 326101\n> 00C0000001\n< 339000\n")
        #expect(image[.storage][4..<7] == [0x31, 0x32, 0x33])
    }

    @Test func dataWithoutASelectionBelongsToNothing() throws {
        let image = try image("> 80B00004020002\n< 31329000\n")
        #expect(image == CardImage())
    }

    @Test func resetForgetsTheSelection() throws {
        let image = try image(select + "atr 3B00\n> 80B00004020002\n< 31329000\n")
        #expect(image[.storage].known.ranges == [])
    }

    @Test func appletsAreKeptApart() throws {
        let image = try image(
            select + "> 80B00004020001\n< 319000\n> 00A4040008A000000054480083\n< 9000\n> 80B00004020001\n< 329000\n")
        #expect(image[.storage][4..<5] == [0x31])
        #expect(image[.health][4..<5] == [0x32])
    }

    @Test func appletThatIsNotThereIsAbsentAndOneThatRefusesFails() throws {
        let image = try image(
            "> 00A4040008A000000054480083\n< 6A82\n> 00A4040008A000000084060002\n< 6F00\n" + select
                + "> 80B00004020001\n< 6B00\n")
        #expect(image.absent == [.health])
        #expect(image.failures[.cardStock] == .refused(StatusWord(0x6F, 0x00)))
        #expect(image.failures[.storage] == .refused(.wrongOffset))
    }

    @Test func failureLeavesNothing() throws {
        let image = try image(select + "> 80B00004020001\n! communication\n> 00C0000001\n< 319000\n")
        #expect(image[.storage].known.ranges == [])
    }

    @Test func malformedCommandLeavesNothing() throws {
        let image = try image(select + "> 80B0000402FF01\n< 319000\n> 80B000040201\n< 319000\n")
        #expect(image[.storage].known.ranges == [])
    }

    @Test func answerOfAnAppletIsKeptWhole() throws {
        let image = try image(
            "> 00A4040008A000000084060002\n< 9000\n> 80000000\n< 6C17\n> 8000000017\n< "
                + String(repeating: "41", count: 23) + "9000\n")
        #expect(image[.cardStock][0..<23]?.allSatisfy { $0 == 0x41 } == true)
    }

    /// The laser number as several programs ask for it; of the head that comes with `61xx` some stacks
    /// show nothing.
    @Test(arguments: ["0100010100000061", "61"])
    func laserNumberAfterItsHead(_ first: String) throws {
        let laser = "4A543939393939393939393900000000"
        let image = try image(
            "> 00A4040008A000000084060002\n< 610A\n> 8000000007\n< \(first)10\n> 00C0000010\n< \(laser)9000\n")
        #expect(IDCard(image).chip.laserNumber == .value("JT9-9999999-99"))
        #expect(image[.cardStock].known.ranges == [first.count > 2 ? 0..<23 : 7..<23])
    }

    @Test func anyRecordingComesToAnImage() {
        var random = SeededGenerator(seed: 3)
        let commands = [
            CommandAPDU.select(Applet.storage.applicationID).bytes,
            CommandAPDU.select(Applet.health.applicationID).bytes,
            ReadCommand(0..<255).command.bytes, [0x80, 0xB0, 0xFF, 0xFF, 0x02, 0x00, 0xFF],
            CommandAPDU.getResponse(255).bytes,
            CommandAPDU.select(Applet.cardManager.applicationID).bytes, [0x80, 0xCA, 0x9F, 0x7F],
        ]
        let statuses: [[UInt8]] = [[0x90, 0x00], [0x61, 0xFF], [0x6C, 0x10], [0x6A, 0x82], []]
        for _ in 0..<500 {
            let events = (0..<12).map { _ in
                let status = statuses.randomElement(using: &random) ?? []
                return Trace.Event.exchange(
                    Trace.Exchange(
                        commands.randomElement(using: &random) ?? [],
                        .answer(random.bytes(Int.random(in: 0...300, using: &random)) + status)))
            }
            let image = Trace(events: events).image
            _ = IDCard(image)
            let channel = ReplayChannel(Trace(events: events))
            #expect(channel.atr == ATR([]))
            _ = TestTraces.record(TestTraces.fields, over: channel)
        }
    }
}
