import SmartCard
import Testing

/// No card can hold a read up for ever: what an endless one is allowed, to the last round.
@Suite struct LimitTests {
    private let read = CommandAPDU(0x80, 0xB0, 0x00, 0x00, data: [0x00, 0xFF])

    @Test func limitsAreThoseThatWerePromised() {
        let limits = ChannelLimits()
        #expect(limits.roundsPerCommand == 32)
        #expect(limits.exchanges == 512)
        #expect(limits.bytes == 65_536)
        #expect(limits.duration == .seconds(30))
    }

    @Test(arguments: [
        ResponseAPDU([UInt8](repeating: 0x20, count: 255), status: StatusWord(0x61, 0xFF)),
        ResponseAPDU(status: StatusWord(0x61, 0xFF)), ResponseAPDU(status: StatusWord(0x61, 0x00)),
        ResponseAPDU([1], status: StatusWord(0x61, 0x01)), ResponseAPDU(status: StatusWord(0x6C, 0xFF)),
        ResponseAPDU(status: StatusWord(0x6C, 0x00)),
        ResponseAPDU([UInt8](repeating: 0x20, count: 255), status: StatusWord(0x6C, 0x17)),
    ])
    func endlessAnswerEndsAfterThirtyTwoRounds(_ answer: ResponseAPDU) {
        let card = FakeCard { _, _ in answer }
        #expect(throws: ChannelError.limitExceeded(.rounds)) { try ChainingChannel(card).transmit(read) }
        #expect(card.commands.count == 1 + 32)
    }

    @Test func turningFromOneKindToTheOtherGainsNoRounds() {
        let card = FakeCard { _, step in
            ResponseAPDU(status: step.isMultiple(of: 2) ? .bytesWaiting(8) : .exactLength(8))
        }
        #expect(throws: ChannelError.limitExceeded(.rounds)) { try ChainingChannel(card).transmit(read) }
        #expect(card.commands.count == 33)
    }

    @Test func thirtyTwoRoundsAreAllowed() throws {
        let card = FakeCard { _, step in ResponseAPDU([UInt8(step)], status: step == 32 ? .success : .bytesWaiting(1)) }
        #expect(try ChainingChannel(card).transmit(read).data == Array(0...32))
    }

    @Test func exchangesOfAReadAreLimited() throws {
        let card = FakeCard { _, _ in ResponseAPDU() }
        let channel = ChainingChannel(card)
        for _ in 0..<512 { _ = try channel.transmit(read) }
        #expect(throws: ChannelError.limitExceeded(.exchanges)) { try channel.transmit(read) }
        #expect(card.commands.count == 512)
    }

    @Test func bytesOfAReadAreLimited() throws {
        let card = FakeCard { _, _ in ResponseAPDU([UInt8](repeating: 0, count: 254)) }
        let channel = ChainingChannel(card)
        for _ in 0..<256 { _ = try channel.transmit(read) }
        #expect(channel.bytesReceived == 65_536)
        #expect(throws: ChannelError.limitExceeded(.bytes)) { try channel.transmit(read) }
        #expect(card.commands.count == 257)
    }

    @Test(arguments: [65_535, 65_536, 1 << 20])
    func oversizeAnswerIsRefused(_ count: Int) {
        let card = FakeCard { _, _ in ResponseAPDU([UInt8](repeating: 0, count: count)) }
        #expect(throws: ChannelError.limitExceeded(.bytes)) { try ChainingChannel(card).transmit(read) }
        #expect(card.commands.count == 1)
    }

    @Test func resettingTheCardResetsNoLimit() throws {
        let channel = ChainingChannel(FakeCard { _, _ in ResponseAPDU() }, limits: ChannelLimits(exchanges: 2))
        _ = try channel.transmit(read)
        try channel.reset()
        _ = try channel.transmit(read)
        #expect(throws: ChannelError.limitExceeded(.exchanges)) { try channel.transmit(read) }
    }

    @Test func timeOfAReadIsLimited() {
        let card = FakeCard { _, _ in ResponseAPDU() }
        let channel = ChainingChannel(card, limits: ChannelLimits(duration: .zero))
        #expect(throws: ChannelError.limitExceeded(.duration)) { try channel.transmit(read) }
        #expect(card.commands.isEmpty)
    }

    @Test func cardThatDripsSlowlyIsLeft() {
        let card = FakeCard { _, _ in
            let end = ContinuousClock.now + .milliseconds(2)
            while ContinuousClock.now < end {}
            return ResponseAPDU([0], status: .bytesWaiting(1))
        }
        let limits = ChannelLimits(roundsPerCommand: 1_000_000, exchanges: 1_000_000, duration: .milliseconds(20))
        #expect(throws: ChannelError.limitExceeded(.duration)) {
            try ChainingChannel(card, limits: limits).transmit(read)
        }
        #expect(card.commands.count <= 10)
    }

    /// What will probably not end in time is not begun.
    @Test func lastExchangeIsTheLastThatFits() throws {
        let card = FakeCard { _, _ in
            let end = ContinuousClock.now + .milliseconds(60)
            while ContinuousClock.now < end {}
            return ResponseAPDU(status: .success)
        }
        let channel = ChainingChannel(card, limits: ChannelLimits(duration: .milliseconds(100)))
        _ = try channel.transmit(read)
        #expect(throws: ChannelError.limitExceeded(.duration)) { try channel.transmit(read) }
        #expect(card.commands.count == 1)
    }
}
