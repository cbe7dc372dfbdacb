import CardTrace
import Pseudonyms
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// A recording answers in its order, and from what it holds of the card where the order differs.
@Suite struct ReplayTests {
    private static let text = TestTraces.fields.filter { $0.applet == .storage && $0.key != "photo" }
    private static let whole = TestTraces.record(TestTraces.fields, over: VirtualCard(TestTraces.image)).trace

    /// A recording of spans as another program chooses them.
    private func record(_ spans: [Range<Int>], style: ImageCard.Style = .getResponse) throws -> Trace {
        let recorder = RecordingChannel(VirtualCard(TestTraces.image, style: style), recordedAt: nil, reader: nil)
        let channel = ChainingChannel(recorder)
        _ = try channel.transmit(.select(Applet.storage.applicationID))
        for span in spans { _ = try channel.transmit(ReadCommand(span).command) }
        return recorder.trace
    }

    @Test(arguments: [ImageCard.Style.getResponse, .atOnce])
    func otherOrderOfReadsServesAsWell(_ style: ImageCard.Style) throws {
        let fields = Field.all.filter { $0.applet == .storage }
        let spans = fields.reversed().flatMap { field in
            stride(from: field.span.lowerBound, to: field.span.upperBound, by: 200).map {
                $0..<min($0 + 200, field.span.upperBound)
            }
        }
        let replayed = TestTraces.record(fields, over: ReplayChannel(try record(spans, style: style))).result
        #expect(try replayed.get().card == IDCard(TestTraces.image, fields: fields))
    }

    @Test func lessThanWasRecordedIsAnsweredFromTheImage() throws {
        for fields in [Array(Self.text.prefix(2)), Self.text, Self.text.reversed()] {
            let replayed = TestTraces.record(fields, over: ReplayChannel(Self.whole)).result
            #expect(try replayed.get().card == IDCard(TestTraces.image, fields: fields))
        }
    }

    @Test func bytesThatWereNotRecordedAreNamed() throws {
        let storage = Applet.storage.applicationID
        let trace = TestTraces.record(Self.text, over: VirtualCard(TestTraces.image)).trace
        let replayed = TestTraces.record(TestTraces.fields, over: ReplayChannel(trace)).result
        #expect(throws: CardError.channel(.notRecorded(application: storage, bytes: 0x00FF..<0x01FE))) {
            try replayed.get()
        }
        let some = try record([0x0000..<0x0011])
        let more = TestTraces.record(Self.text, over: ReplayChannel(some)).result
        #expect(throws: CardError.channel(.notRecorded(application: storage, bytes: 0x0000..<0x00FF))) {
            try more.get()
        }
    }

    @Test func appletThatWasNotRecordedIsNamed() throws {
        let health = Field.all.filter { $0.applet == .health }
        let replayed = TestTraces.record(
            Self.text + health, over: ReplayChannel(try record([0..<255, 255..<375, 0x1579..<0x1627])))
        let error = ChannelError.notRecorded(application: Applet.health.applicationID, bytes: 0..<0)
        #expect(throws: CardError.channel(error)) { try replayed.result.get() }
    }

    @Test func appletThatTheCardLackedIsStillLacking() throws {
        var image = TestTraces.image
        image.absent = [.health, .cardManager]
        let trace = TestTraces.record(Field.all, over: VirtualCard(image)).trace
        #expect(trace.image.absent == [.health, .cardManager])
        let replayed = TestTraces.record(Field.all.reversed(), over: ReplayChannel(trace)).result
        #expect(try replayed.get().card.absentApplets == [.health, .cardManager])
    }

    @Test func recordedFailureIsGivenAtItsPlaceOnly() throws {
        let trace = try Trace("thaiid-trace 1\natr 3B00\n> 80CA9F7F\n! communication\n")
        #expect(throws: ChannelError.communication) {
            try ReplayChannel(trace).transmit(CommandAPDU(0x80, 0xCA, 0x9F, 0x7F))
        }
        let channel = ReplayChannel(trace)
        #expect(throws: ChannelError.offScript(step: 1, sent: CommandAPDU(0x80, 0xB0, 0, 0))) {
            try channel.transmit(CommandAPDU(0x80, 0xB0, 0, 0))
        }
        #expect(throws: ChannelError.offScript(step: 1, sent: CommandAPDU(0x80, 0xCA, 0x9F, 0x7F))) {
            try channel.transmit(CommandAPDU(0x80, 0xCA, 0x9F, 0x7F))
        }
    }

    @Test func conversationMayLeaveTheRecordingAnywhere() throws {
        for step in 0..<Self.whole.exchanges.count {
            let channel = ReplayChannel(Self.whole)
            for exchange in Self.whole.exchanges.prefix(step) {
                _ = try channel.transmit(CommandAPDU(bytes: exchange.command))
            }
            _ = try? channel.transmit(CommandAPDU(0x80, 0xB0, 0x00, 0x04, data: [0x00, 0x0D]))
            let fields = Self.text + TestTraces.fields.filter { $0.applet != .storage }
            #expect(
                try TestTraces.record(fields, over: channel).result.get().card
                    == IDCard(TestTraces.image, fields: fields))
        }
    }

    @Test func endOfTheRecordingIsNoEndOfTheCard() throws {
        let channel = ReplayChannel(Self.whole)
        let fields = TestTraces.fields
        for _ in 0..<3 {
            #expect(
                try TestTraces.record(fields, over: channel).result.get().card
                    == IDCard(TestTraces.image, fields: fields))
        }
    }

    @Test func commandsThatNoAppletTakesAreOffTheScript() throws {
        let channel = ReplayChannel(Self.whole)
        let verify = CommandAPDU(0x80, 0x20, 0x01, 0x00, data: [UInt8](repeating: 0, count: 32))
        #expect(throws: ChannelError.offScript(step: 1, sent: verify)) { try channel.transmit(verify) }
    }

    @Test func atrIsThatOfTheLastReset() throws {
        let channel = ReplayChannel(try Trace("thaiid-trace 1\natr 3B00\n> 00A40400\n! card-reset\natr 3B01FF\n"))
        #expect(channel.atr == ATR([0x3B, 0x00]))
        #expect(throws: ChannelError.cardReset) { try channel.transmit(.select(ApplicationID([]))) }
        try channel.reset()
        #expect(channel.atr == ATR([0x3B, 0x01, 0xFF]))
    }

    /// A refusal that was recorded is known, whichever way the bytes are asked for.
    @Test func recordedRefusalIsARefusalInAnyOrder() throws {
        let refused = ResponseAPDU(status: StatusWord(0x6F, 0x00))
        let chip = Field.all.filter { $0.group == .chip }
        let whole = TestTraces.record(Self.text + chip, over: VirtualCard(TestTraces.image)).trace.exchanges
        let number = try #require(whole.firstIndex { $0.command == [0x80, 0x00, 0x00, 0x00, 0x17] }) + 1
        let card = VirtualCard(TestTraces.image, faults: [.answer(refused, at: number)])
        let trace = TestTraces.record(Self.text + chip, over: card).trace
        let again = TestTraces.record(Array(Self.text.prefix(2)) + chip, over: ReplayChannel(trace)).result.success
        #expect(again?.card.chip.laserNumber == .failed(.refused(refused.status)))
    }
}

extension Result {
    /// What came of it, `nil` where it failed.
    var success: Success? { if case .success(let value) = self { value } else { nil } }
}
