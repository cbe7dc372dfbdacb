import CardTrace
import Pseudonyms
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// A card made of bytes, with faults where they are wanted.
@Suite struct VirtualCardTests {
    private static let image: CardImage = (try? SampleCard.card.image()) ?? CardImage()
    private let select = CommandAPDU.select(Applet.storage.applicationID)

    @Test func commandsAreCountedFromOne() throws {
        let card = VirtualCard(Self.image)
        #expect(card.commandCount == 0)
        #expect(try card.transmit(select).status == .bytesWaiting(10))
        #expect(try card.transmit(.getResponse(10)).status == .success)
        #expect(card.commandCount == 2)
        try card.reset()
        #expect(card.commandCount == 2)
    }

    @Test func faultsHappenAtTheirCommandAndOnce() throws {
        let card = VirtualCard(
            Self.image, faults: [.failure(.communication, at: 1), .status(.wrongOffset, at: 2)])
        #expect(throws: ChannelError.communication) { try card.transmit(select) }
        #expect(try card.transmit(select).status == .wrongOffset)
        #expect(try card.transmit(select).status == .bytesWaiting(10))
    }

    @Test func resetByAnotherProgramForgetsTheSelection() throws {
        let card = VirtualCard(Self.image, style: .atOnce, faults: [.reset(at: 2)])
        _ = try card.transmit(select)
        #expect(throws: ChannelError.cardReset) { try card.transmit(ReadCommand(0..<4).command) }
        #expect(try card.transmit(ReadCommand(0..<4).command).status == .unknownInstruction)
        _ = try card.transmit(select)
        #expect(try card.transmit(ReadCommand(0..<4).command) == ResponseAPDU(Array("0003".utf8)))
    }

    @Test func lostExchangeForgetsNothing() throws {
        let card = VirtualCard(Self.image, style: .atOnce, faults: [.failure(.communication, at: 2)])
        _ = try card.transmit(select)
        #expect(throws: ChannelError.communication) { try card.transmit(ReadCommand(0..<4).command) }
        #expect(try card.transmit(ReadCommand(0..<4).command).status == .success)
    }

    @Test func whatTheImageLacksIsRefused() throws {
        let card = VirtualCard(Self.image, style: .atOnce)
        _ = try card.transmit(select)
        #expect(try card.transmit(.select(ApplicationID([0xA0, 0x00]))).status == .notFound)
        #expect(try card.transmit(ReadCommand(0x1627..<0x1700).command).data == [UInt8](repeating: 0, count: 0xD9))
        #expect(try card.transmit(ReadCommand(0x173E..<0x1740).command).status == .wrongOffset)
        #expect(try card.transmit(CommandAPDU(0x80, 0x20, 0, 0)).status == .unknownInstruction)
        #expect(try VirtualCard(CardImage()).transmit(select).status == .notFound)
    }

    @Test func cardLooksLikeOne() {
        let card = VirtualCard(Self.image)
        #expect(card.atr == VirtualCard.usualATR)
        #expect(card.atr.looksLikeThaiID)
        #expect(String(decoding: card.atr.historicalBytes, as: UTF8.self) == "TH NID 17")
        #expect(VirtualCard(Self.image, atr: ATR([0x3B, 0x00])).atr.looksLikeThaiID == false)
    }
}

/// The card that everybody can read.
@Suite struct SampleCardTests {
    private static let fields = Field.all.filter { $0.sensitivity != .guarded }

    @Test(arguments: [ImageCard.Style.getResponse, .atOnce])
    func sampleReadsAsItWasMade(_ style: ImageCard.Style) throws {
        let card = VirtualCard(try SampleCard.card.image(), style: style)
        let reading = try CardReader.read(ReadRequest(Self.fields), over: card)
        for field in Self.fields where field.applet != .health {
            #expect(field.state(in: reading.card) == field.state(in: SampleCard.card), "\(field.key)")
        }
        #expect(reading.card.absentApplets == [.health])
        #expect(reading.card.warnings == [])
    }

    @Test func nobodyIsTheSample() throws {
        let citizenID = try #require(SampleCard.card.citizenID.value)
        #expect(citizenID.registrar == "0000" && citizenID.hasValidCheckDigit)
        let issuer = try #require(SampleCard.card.issuerCode.value.flatMap { CitizenID($0) })
        #expect(issuer.registrar == "0000" && issuer.hasValidCheckDigit)
        #expect(SampleCard.card.underPhotoNumber.value?.hasPrefix("0000-") == true)
        #expect(SampleCard.card.requestNumber.value?.hasPrefix("00000") == true)
    }

    @Test func portraitIsAsCardsHoldThem() throws {
        let photo = try #require(SampleCard.card.photo.value)
        #expect(photo.jpeg.count == 4929)
        #expect(photo.header.map { [$0.width, $0.height] } == [148, 178])
        #expect(photo.jpeg.starts(with: [0xFF, 0xD8]) && photo.jpeg.suffix(2).elementsEqual([0xFF, 0xD9]))
    }
}
