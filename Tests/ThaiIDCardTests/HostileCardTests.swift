import CardTrace
import SmartCard
import TestSupport
import Testing
import ThaiIDCard
import VirtualCard

/// Forged cards and readers that mix answers up: an error, in time, never a record.
@Suite struct HostileCardTests {
    private static let image: CardImage = (try? TestCard.image(photo: TestCard.photo(4929))) ?? CardImage()
    private static let reads = 22

    @Test(arguments: 1...reads)
    func answersThatComeOneReadLateAreNoticed(_ first: Int) {
        let card = LateReader(VirtualCard(Self.image, style: .atOnce), from: first)
        #expect(Reading.read(TestCard.usual, over: card).result.failure != nil)
    }

    @Test(arguments: 1...3)
    func answersThatComeOneReadLateAreNoticedWithoutThePhoto(_ first: Int) {
        let card = LateReader(VirtualCard(Self.image, style: .atOnce), from: first)
        #expect(Reading.read(TestCard.text, over: card).result.failure != nil)
    }

    @Test func answersThatComeOneReadLateAreNoticedWhateverIsAskedFor() {
        var random = SeededGenerator(seed: 14)
        for _ in 0..<200 {
            let fields = Field.all.filter { $0.applet == .storage && Bool.random(using: &random) }
            let whole = Reading.read(fields, over: VirtualCard(Self.image, style: .atOnce))
            let reads = whole.trace.commands.count - 1
            let first = Int.random(in: 1...reads, using: &random)
            let late = LateReader(VirtualCard(Self.image, style: .atOnce), from: first)
            let result = Reading.read(fields, over: late).result
            #expect(
                result.success.map { $0.card == whole.result.success?.card } != false, "\(fields.map(\.key)), \(first)")
        }
    }

    /// A photo whose last READ is as long as the others: no length gives the shift away, and the
    /// file is complete two READs later.
    @Test(arguments: 5...20)
    func answersThatComeLateWithinAPhotoOfFullReadsAreNoticed(_ first: Int) throws {
        let image = try TestCard.image(photo: TestCard.photo(131 + 255 * 17))
        let late = LateReader(VirtualCard(image, style: .atOnce), from: first)
        let result = Reading.read(TestCard.usual, over: late).result
        #expect(result.failure == .malformed(field: "photo"))
    }

    private func alter(_ answer: ResponseAPDU, from number: Int) -> Result<CardReading, CardError> {
        let card = TamperedCard(VirtualCard(Self.image)) { _, honest, own in own >= number ? answer : honest }
        let result = Reading.read(TestCard.everything, over: card).result
        #expect(card.commandCount <= number + 40)
        return result
    }

    @Test(arguments: 1...56)
    func endlessAnswersEnd(_ number: Int) {
        let filled = [UInt8](repeating: 0x20, count: 255)
        for answer in [
            ResponseAPDU(filled, status: StatusWord(0x61, 0xFF)), ResponseAPDU(status: StatusWord(0x61, 0x00)),
            ResponseAPDU(status: StatusWord(0x6C, 0xFF)),
        ] {
            #expect(alter(answer, from: number).failure == .channel(.limitExceeded(.rounds)))
        }
        let oversize = ResponseAPDU([UInt8](repeating: 0, count: 65_536))
        #expect(alter(oversize, from: number).failure == .channel(.limitExceeded(.bytes)))
    }

    @Test func photoInSinglesExhaustsTheExchanges() throws {
        // Each READ is drawn out over twenty-nine GET RESPONSEs.
        let card = TamperedCard(DrippingCard(VirtualCard(Self.image, style: .atOnce))) { _, answer, _ in answer }
        #expect(Reading.read(TestCard.usual, over: card).result.failure == .channel(.limitExceeded(.exchanges)))
        #expect(card.commandCount == 512)
    }

    @Test func timeIsLimited() {
        let limits = ChannelLimits(duration: .zero)
        let result = Reading.read(TestCard.usual, over: VirtualCard(Self.image), limits: limits).result
        #expect(result.failure == .channel(.limitExceeded(.duration)))
    }

    @Test func anyBytesOnACardComeToARecordOrAnError() throws {
        var random = SeededGenerator(seed: 15)
        for _ in 0..<60 {
            var image = CardImage()
            image[.storage].write(Array("0003".utf8) + Array("1000000000009".utf8) + random.bytes(5671 - 17), at: 0)
            image[.cardStock].write(random.bytes(23), at: 0)
            image[.cardManager].write([0x9F, 0x7F, 0x2A] + random.bytes(42), at: 0)
            image[.health].write(random.bytes(350), at: 0)
            let fields =
                Bool.random(using: &random) ? TestCard.everything : TestCard.everything.filter { $0.key != "photo" }
            let result = Reading.read(fields, over: VirtualCard(image)).result
            if let card = result.success?.card { #expect(card == IDCard(image, fields: fields)) }
        }
    }

    @Test func anyAnswersAtAllComeToAnError() {
        var random = SeededGenerator(seed: 16)
        for _ in 0..<500 {
            let card = TamperedCard(VirtualCard(Self.image)) { _, _, _ in
                let status: [UInt16] = [
                    0x9000, 0x6100, 0x61FF, 0x6C10, 0x6A82, UInt16.random(in: 0...0xFFFF, using: &random),
                ]
                let count = [0, 1, 2, 10, 17, 174, 255, 256].randomElement(using: &random) ?? 0
                return ResponseAPDU(
                    random.bytes(count), status: StatusWord(rawValue: status.randomElement(using: &random) ?? 0))
            }
            #expect(Reading.read(TestCard.usual, over: card).result.failure != nil)
            #expect(card.commandCount <= 512)
        }
    }
}

/// Hands each READ's data over nine bytes at a time.
private final class DrippingCard: CardChannel {
    private let card: any CardChannel
    private var waiting: [UInt8] = []

    init(_ card: any CardChannel) { self.card = card }

    var atr: ATR { card.atr }

    func transmit(_ command: CommandAPDU) throws(ChannelError) -> ResponseAPDU {
        if command.instruction != 0xC0 { waiting = try card.transmit(command).data }
        let part = Array(waiting.prefix(9))
        waiting.removeFirst(part.count)
        return ResponseAPDU(part, status: waiting.isEmpty ? .success : .bytesWaiting(min(9, waiting.count)))
    }

    func reset() throws(ChannelError) { try card.reset() }
}
