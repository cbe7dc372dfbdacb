import CardTrace
import Pseudonyms
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// Cards that misbehave, and what a reader makes of them.
@Suite struct FaultTests {
    static let fields = Field.all.filter { $0.sensitivity != .guarded }
    static let image: CardImage = (try? SampleCard.card.image()) ?? CardImage()
    static let truth = IDCard(image, fields: fields)
    private let select = CommandAPDU.select(Applet.storage.applicationID)

    /// Reads a card with these faults to its end.
    static func read(
        _ faults: [Fault], atr: ATR = VirtualCard.usualATR, style: ImageCard.Style = .getResponse
    ) throws(CardError) -> IDCard {
        let card = VirtualCard(image, atr: atr, style: style, faults: faults)
        return try CardReader.read(ReadRequest(fields), over: card).card
    }

    @Test(
        arguments: [
            (.mute, .channel(.cardMute)), (.endlessWaiting, .channel(.limitExceeded(.rounds))),
            (.endlessLengths, .channel(.limitExceeded(.rounds))),
            (.getResponse(p2: 0x01), .notThaiID(.wrongParameters)),
            (.longestRead(254), .refused(0x0000..<0x00FF, .wrongLength)),
            (.removal(before: 5), .channel(.cardRemoved)),
            (.status(.notFound, at: 5), .refused(0x00FF..<0x01FE, .notFound)),
            (.shortAnswer(at: 4), .wrongLength(0x0000..<0x00FF, count: 254)),
            (.longAnswer(at: 4), .wrongLength(0x0000..<0x00FF, count: 256)),
            (.garbage(at: 4, count: 1), .channel(.malformedAnswer(count: 1))),
        ] as [(Fault, CardError)])
    func cardThatCannotBeReadIsAnError(_ fault: Fault, _ error: CardError) {
        #expect(throws: error) { try Self.read([fault]) }
    }

    @Test(
        arguments: [
            .getResponse(p2: 0x00), .longestRead(255), .exactLengthOnRead, .keepsPending, .latency(Latency()),
            .reset(at: 5), .garbage(at: 5, count: 0), .failure(.communication, at: 5),
        ] as [Fault], [ImageCard.Style.getResponse, .atOnce])
    func cardThatIsOnlyOddIsRead(_ fault: Fault, _ style: ImageCard.Style) throws {
        #expect(try Self.read([fault], style: style) == Self.truth)
    }

    @Test(arguments: [
        ImageCard.Style.getResponse, .atOnce,
    ])
    func parameterOfGetResponseIsThatOfTheATR(_ style: ImageCard.Style) throws {
        let atr = ATR([0x3B, 0x67, 0x00, 0x00, 0x54, 0x48, 0x20, 0x4E, 0x49, 0x44, 0x20])
        #expect(try Self.read([.getResponse(p2: 0x01)], atr: atr, style: style) == Self.truth)
    }

    /// A stack that drops `61xx` and hands over a bare `9000` leaves the fetching to the reader.
    @Test func parameterIsThatOfTheATRWhereNothingWasAnnounced() throws {
        let atr = ATR([0x3B, 0x67, 0x00, 0x00, 0x54, 0x48, 0x20, 0x4E, 0x49, 0x44, 0x20])
        let card = VirtualCard(Self.image, atr: atr, faults: [.getResponse(p2: 0x01)])
        let reading = try CardReader.read(ReadRequest(Self.fields), over: SilentStack(card))
        #expect(reading.card == Self.truth)
    }

    /// A reader that does not fetch what SELECT left gets every answer one READ late.
    @Test func pendingBytesShiftTheAnswersOfACarelessReader() throws {
        let card = VirtualCard(Self.image, faults: [.keepsPending])
        #expect(try card.transmit(select).status == .bytesWaiting(10))
        #expect(try card.transmit(ReadCommand(0..<10).command).status == .bytesWaiting(10))
        #expect(try card.transmit(.getResponse(10)).data != Array("0003100000".utf8))
        #expect(try card.transmit(ReadCommand(4..<14).command).status == .bytesWaiting(10))
        #expect(try card.transmit(.getResponse(10)).data == Array("0003100000".utf8))
    }

    @Test func whatWaitsIsForgottenWithoutPower() throws {
        let card = VirtualCard(Self.image, faults: [.keepsPending])
        _ = try card.transmit(select)
        try card.reset()
        _ = try card.transmit(select)
        _ = try card.transmit(.getResponse(10))
        _ = try card.transmit(ReadCommand(0..<4).command)
        #expect(try card.transmit(.getResponse(4)).data == Array("0003".utf8))
    }

    @Test(arguments: [(Fault.shortAnswer(at: 2), 9), (.longAnswer(at: 2), 11)])
    func answerIsAByteShortOrLong(_ fault: Fault, _ count: Int) throws {
        let card = VirtualCard(Self.image, style: .atOnce, faults: [fault])
        _ = try card.transmit(select)
        #expect(try card.transmit(ReadCommand(0..<10).command).data.count == count)
        #expect(try card.transmit(ReadCommand(0..<10).command).data.count == 10)
    }

    @Test(arguments: [2, 3, 64, 257])
    func noiseIsTheSameEveryTimeAndNoStatusWord(_ count: Int) throws {
        let answers = try (0..<2).map { _ in
            try VirtualCard(Self.image, faults: [.garbage(at: 1, count: count)]).transmit(select)
        }
        #expect(answers[0] == answers[1])
        #expect(answers[0].bytes.count == count)
        #expect(![0x6, 0x9].contains(answers[0].status.sw1 >> 4))
    }

    @Test func muteCardComesToNoPower() {
        let card = VirtualCard(Self.image, faults: [.mute])
        #expect(throws: ChannelError.cardMute) { try card.transmit(select) }
        #expect(throws: ChannelError.cardMute) { try card.reset() }
    }

    @Test func cardPutInAnewCountsFromOne() throws {
        let card = VirtualCard(Self.image, style: .atOnce, faults: [.status(.notFound, at: 1)])
        #expect(try card.transmit(select).status == .notFound)
        #expect(try card.transmit(select).status == .success)
        let again = card.again(faults: [.status(.wrongOffset, at: 1)])
        #expect(try again.transmit(select).status == .wrongOffset)
        #expect(try again.transmit(select).status == .success)
        #expect(again.atr == card.atr && again.commandCount == 2)
    }
}

/// A stack that swallows `61xx`: the reader has to know that there is something to fetch.
private final class SilentStack: CardChannel {
    private let card: VirtualCard

    init(_ card: VirtualCard) { self.card = card }

    var atr: ATR { card.atr }

    func transmit(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
        let answer = try card.transmit(command)
        return answer.status.bytesWaiting == nil ? answer : ResponseAPDU()
    }

    func reset() throws(ChannelError) { try card.reset() }
}
