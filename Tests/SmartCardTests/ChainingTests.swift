import SmartCard
import Testing

/// ISO/IEC 7816-3 §12.2.1: `61xx` and `6Cxx` on T=0.
@Suite struct ChainingTests {
    private let read = CommandAPDU(0x80, 0xB0, 0x00, 0x00, data: [0x00, 0x04])

    @Test func dataThatWaitIsFetched() throws {
        let card = FakeCard([ResponseAPDU(status: .bytesWaiting(4)), ResponseAPDU([1, 2, 3, 4])])
        #expect(try ChainingChannel(card).transmit(read) == ResponseAPDU([1, 2, 3, 4]))
        #expect(card.commands.map(\.description) == ["80B00000020004", "00C0000004"])
    }

    @Test func partsAreJoinedInOrder() throws {
        let card = FakeCard([
            ResponseAPDU([1], status: .bytesWaiting(2)), ResponseAPDU([2, 3], status: .bytesWaiting(256)),
            ResponseAPDU([4]),
        ])
        #expect(try ChainingChannel(card).transmit(read).data == [1, 2, 3, 4])
        #expect(card.commands.map(\.description) == ["80B00000020004", "00C0000002", "00C0000000"])
    }

    @Test func commandIsRepeatedWithTheLengthThatTheCardWants() throws {
        let card = FakeCard([ResponseAPDU(status: .exactLength(0x2D)), ResponseAPDU([9])])
        let answer = try ChainingChannel(card).transmit(CommandAPDU(0x80, 0xCA, 0x9F, 0x7F))
        #expect(answer == ResponseAPDU([9]))
        #expect(card.commands.map(\.description) == ["80CA9F7F", "80CA9F7F2D"])
    }

    @Test func getResponseTooIsRepeatedWithTheRightLength() throws {
        let card = FakeCard([
            ResponseAPDU(status: .bytesWaiting(8)), ResponseAPDU(status: .exactLength(2)), ResponseAPDU([1, 2]),
        ])
        #expect(try ChainingChannel(card).transmit(read).data == [1, 2])
        #expect(card.commands.map(\.description) == ["80B00000020004", "00C0000008", "00C0000002"])
    }

    @Test func wholeAnswerPassesAsItIs() throws {
        let card = FakeCard([ResponseAPDU([1, 2, 3, 4])])
        #expect(try ChainingChannel(card).transmit(read) == ResponseAPDU([1, 2, 3, 4]))
        #expect(card.commands == [read])
    }

    @Test(arguments: [0x6A82, 0x6B00, 0x6985, 0x6282, 0x0000, 0xFFFF] as [UInt16])
    func anyOtherStatusIsHandedOnUnjudged(_ status: UInt16) throws {
        let card = FakeCard([ResponseAPDU([7], status: StatusWord(rawValue: status))])
        #expect(
            try ChainingChannel(card).transmit(read) == ResponseAPDU([7], status: StatusWord(rawValue: status)))
    }

    @Test func statusAfterAPartIsHandedOnWithThePart() throws {
        let card = FakeCard([ResponseAPDU([1], status: .bytesWaiting(1)), ResponseAPDU([2], status: .wrongOffset)])
        #expect(try ChainingChannel(card).transmit(read) == ResponseAPDU([1, 2], status: .wrongOffset))
    }

    @Test func cardsThatWantP2GetIt() throws {
        let card = FakeCard([ResponseAPDU(status: .bytesWaiting(4)), ResponseAPDU([1, 2, 3, 4])])
        _ = try ChainingChannel(card, getResponseP2: 0x01).transmit(read)
        #expect(card.commands.last?.description == "00C0000104")
    }

    @Test func failureIsHandedOnAndNothingIsTriedTwice() {
        let card = FakeCard { _, _ throws(ChannelError) in throw .communication }
        #expect(throws: ChannelError.communication) { try ChainingChannel(card).transmit(read) }
        #expect(card.commands == [read])
    }

    @Test func whatWasSentAndReceivedIsCounted() throws {
        let card = FakeCard([ResponseAPDU(status: .bytesWaiting(4)), ResponseAPDU([1, 2, 3, 4])])
        let channel = ChainingChannel(card)
        _ = try channel.transmit(read)
        #expect(channel.exchanges == 2)
        #expect(channel.bytesReceived == 8)
        #expect(channel.atr == card.atr)
        try channel.reset()
        #expect(card.resets == 1)
    }
}
