import CardTrace
import Pseudonyms
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// Recordings made with other plans are read for what they hold; one that breaks off is not.
@Suite struct ForeignRecordingTests {
    private static let fields = Field.all.filter { $0.applet == .storage && $0.sensitivity != .guarded }
    private static let photo = 0x017B

    private func record(_ spans: [Range<Int>], image: CardImage = TestTraces.image) throws -> Trace {
        let recorder = RecordingChannel(VirtualCard(image), recordedAt: nil, reader: nil)
        let channel = ChainingChannel(recorder)
        _ = try channel.transmit(.select(Applet.storage.applicationID))
        for span in spans { _ = try channel.transmit(ReadCommand(span).command) }
        return recorder.trace
    }

    private func states(_ card: IDCard) -> [String] {
        Self.fields.filter { $0.state(in: card) == .failed(.notRecorded) }.map(\.key)
    }

    @Test func neverAskedForIsNotRecorded() throws {
        let trace = try record([4..<17, 0x11..<0x75, 0x1579..<0x1619])
        let card = try #require(try CardReading(of: trace, ReadRequest(Self.fields))).card
        #expect(card.citizenID == SampleCard.card.citizenID && card.address == SampleCard.card.address)
        #expect(states(card).contains("dataVersion") && states(card).contains("photo") && states(card).count == 11)
        #expect(card.warnings == [Warning(.versionAssumed, field: "dataVersion")])
    }

    @Test func whatIsRequiredMustBeThere() throws {
        let trace = try record([4..<17, 0x11..<0x75])
        for (key, bytes) in [("sex", 0xE1..<0xE2), ("dataVersion", 0..<4), ("photo", 0x179..<0x1579)] {
            let error = ChannelError.notRecorded(application: Applet.storage.applicationID, bytes: bytes)
            #expect(throws: CardError.channel(error)) {
                try CardReading(of: trace, ReadRequest(Self.fields, required: [key]))
            }
        }
        let nobody = ChannelError.notRecorded(application: Applet.storage.applicationID, bytes: 4..<17)
        #expect(throws: CardError.channel(nobody)) {
            try CardReading(of: try record([0x11..<0x75]), ReadRequest([]))
        }
    }

    @Test func commonLoopLeavesTheEndOfAFullPhotoOut() throws {
        var image = TestTraces.image
        let jpeg = [0xFF, 0xD8] + [UInt8](repeating: 0x41, count: 5114) + [0xFF, 0xD9]
        image[.storage].write([0x13, 0xFE] + jpeg, at: 0x179)
        let loop = stride(from: Self.photo, to: Self.photo + 5100, by: 255).map { $0..<($0 + 255) }
        let whole = try CardReading(of: try record([4..<17] + loop, image: image), ReadRequest(Self.fields))
        #expect(whole?.card.photo == .failed(.notRecorded))
        let cut = try record([4..<17] + loop.dropLast(), image: image)
        #expect(try CardReading(of: cut, ReadRequest(Self.fields)) == nil)
    }

    /// Each is broken off for a reason of its own; with its end it is read.
    @Test(arguments: [
        [4..<17, 0x11..<0x80], [4..<17, 0x15A..<0x17C], [4..<17, photo..<400], [0..<255], [0..<255, 255..<375],
        [4..<17, 0x1500..<0x1580],
    ])
    func recordingThatBreaksOffIsNotRead(_ spans: [Range<Int>]) throws {
        #expect(try CardReading(of: try record(spans), ReadRequest(Self.fields)) == nil)
        let known = ReadRequest(Self.fields.filter { $0.key == "citizenID" })
        #expect(try CardReading(of: try record(spans), known)?.card.citizenID == SampleCard.card.citizenID)
    }

    @Test func lastExchangeMustBeAnswered() throws {
        let whole = try record([4..<17, 0x11..<0x75])
        for count in [2, 3, 4, 6] {
            let trace = Trace(events: Array(whole.events.prefix(count)))
            #expect(try CardReading(of: trace, ReadRequest(Self.fields)) == nil, "\(count)")
        }
        let failed = Trace(events: whole.events + [.exchange(Trace.Exchange([0, 0xC0, 0, 0], .failure(.cardRemoved)))])
        #expect(try CardReading(of: failed, ReadRequest(Self.fields)) == nil)
    }

    @Test func itIsProvenAsFarAsBytesCan() throws {
        var image = TestTraces.image
        image[.storage].write([0x31], at: 16)
        let wrong = try record([4..<17], image: image)
        #expect(throws: CardError.checkDigit) { try CardReading(of: wrong, ReadRequest([])) }
        let lenient = ReadRequest([], acceptsBadCheckDigit: true)
        #expect(try CardReading(of: wrong, lenient) != nil)
        image = TestTraces.image
        image[.storage].write(Array("0002".utf8), at: 0)
        #expect(throws: CardError.unsupportedVersion("0002")) {
            try CardReading(of: try record([0..<4, 4..<17], image: image), ReadRequest([]))
        }
    }

    @Test func costIsThatOfTheRecording() throws {
        let trace = try record([4..<17, 0x1579..<0x1619])
        let reading = try #require(try CardReading(of: trace, ReadRequest(Self.fields)))
        #expect(reading.exchanges == trace.exchanges.count && reading.phases.map(\.phase) == [.select, .text])
    }
}
