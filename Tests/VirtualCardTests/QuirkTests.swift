import CardTrace
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// Cards that behave unlike an ordinary one, and what a reader makes of them.
@Suite struct QuirkTests {
    private static let fields = Field.all.filter { $0.sensitivity != .guarded }
    private static let image: CardImage = (try? SampleCard.card.image()) ?? CardImage()

    private func read(
        _ quirks: Set<Quirk>, atr: ATR = VirtualCard.usualATR, style: ImageCard.Style = .getResponse
    ) -> Result<CardReading, CardError> {
        let card = VirtualCard(Self.image, atr: atr, style: style, quirks: quirks)
        do throws(CardError) {
            return .success(try CardReader.read(ReadRequest(Self.fields), over: card))
        } catch {
            return .failure(error)
        }
    }

    @Test(
        arguments: [
            (.mute, .channel(.cardMute)), (.endlessWaiting, .channel(.limitExceeded(.rounds))),
            (.endlessLengths, .channel(.limitExceeded(.rounds))), (.getResponseP2(0x01), .notThaiID(.wrongParameters)),
            (.longestRead(254), .refused(0x0000..<0x00FF, .wrongLength)),
        ] as [(Quirk, CardError)])
    func cardThatCannotBeReadIsAnError(_ quirk: Quirk, _ error: CardError) {
        #expect(throws: error) { try read([quirk]).get() }
    }

    @Test(
        arguments: [
            .getResponseP2(0x00), .longestRead(255), .exactLengthOnRead, .keepsPending,
            .latency(perExchange: .microseconds(10), perByte: .zero),
        ] as [Quirk])
    func cardThatIsOnlyOddIsRead(_ quirk: Quirk) throws {
        let card = try read([quirk]).get().card
        #expect(card == IDCard(Self.image, fields: Self.fields))
    }

    @Test(arguments: [.longestRead(255), .exactLengthOnRead, .keepsPending] as [Quirk])
    func cardThatAnswersAtOnceIsReadToo(_ quirk: Quirk) throws {
        let card = try read([quirk], style: .atOnce).get().card
        #expect(card == IDCard(Self.image, fields: Self.fields))
    }

    @Test func parameterOfGetResponseIsThatOfTheATR() throws {
        let atr = ATR([0x3B, 0x67, 0x00, 0x00, 0x54, 0x48, 0x20, 0x4E, 0x49, 0x44, 0x20])
        #expect(try read([.getResponseP2(0x01)], atr: atr).get().card == IDCard(Self.image, fields: Self.fields))
    }

    /// A reader that does not fetch what SELECT left gets every answer one READ late.
    @Test func pendingBytesShiftTheAnswersOfACarelessReader() throws {
        let card = VirtualCard(Self.image, quirks: [.keepsPending])
        #expect(try card.transmit(.select(Applet.storage.applicationID)).status == .bytesWaiting(10))
        #expect(try card.transmit(ReadCommand(0..<10).command).status == .bytesWaiting(10))
        #expect(try card.transmit(.getResponse(10)).data != Array("0003100000".utf8))
        #expect(try card.transmit(ReadCommand(4..<14).command).status == .bytesWaiting(10))
        #expect(try card.transmit(.getResponse(10)).data == Array("0003100000".utf8))
    }

    @Test func timeGrowsWithExchangesAndBytes() throws {
        let card = VirtualCard(
            Self.image, style: .atOnce, quirks: [.latency(perExchange: .milliseconds(5), perByte: .microseconds(100))])
        let start = ContinuousClock.now
        _ = try card.transmit(.select(Applet.storage.applicationID))
        #expect(ContinuousClock.now - start >= .milliseconds(5) + .microseconds(100) * (13 + 12))
    }

    @Test(arguments: [(VirtualCard.Fault.shortAnswer, 9), (.longAnswer, 11)])
    func answerIsAByteShortOrLong(_ fault: VirtualCard.Fault, _ count: Int) throws {
        let card = VirtualCard(Self.image, style: .atOnce, faults: [2: fault])
        _ = try card.transmit(.select(Applet.storage.applicationID))
        #expect(try card.transmit(ReadCommand(0..<10).command).data.count == count)
        #expect(try card.transmit(ReadCommand(0..<10).command).data.count == 10)
    }
}
