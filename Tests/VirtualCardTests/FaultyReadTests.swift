import CardTrace
import Pseudonyms
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// Every fault at every exchange of a full read: the record is true and whole, says which field
/// failed, or there is none.
@Suite struct FaultyReadTests {
    /// The sample with a photo so small that it takes five READs.
    private static let image: CardImage = {
        var card = SampleCard.card
        card.photo = .value(Photo(jpeg: [0xFF, 0xD8] + [UInt8](repeating: 0x41, count: 800) + [0xFF, 0xD9]))
        return (try? card.image()) ?? CardImage()
    }()
    private static let truth = IDCard(image, fields: FaultTests.fields)
    private static let exchanges: Int = {
        let card = VirtualCard(image)
        _ = try? CardReader.read(ReadRequest(FaultTests.fields), over: card)
        return card.commandCount
    }()

    private static let everyFault: [@Sendable (Int) -> Fault] = [
        { .removal(before: $0) }, { .reset(at: $0) }, { .failure(.communication, at: $0) },
        { .status(.notFound, at: $0) }, { .status(StatusWord(rawValue: 0x6F00), at: $0) },
        { .status(.success, at: $0) }, { .status(.bytesWaiting(4), at: $0) }, { .status(.exactLength(4), at: $0) },
        { .shortAnswer(at: $0) }, { .longAnswer(at: $0) }, { .garbage(at: $0) }, { .garbage(at: $0, count: 0) },
        { .garbage(at: $0, count: 1) }, { .garbage(at: $0, count: 2) },
    ]
    private static let everyOddity: [[Fault]] = [
        [], [.keepsPending], [.exactLengthOnRead], [.longestRead(255), .getResponse(p2: 0x00)],
        [.exactLengthOnRead, .keepsPending],
    ]

    @Test(arguments: everyFault.indices, [ImageCard.Style.getResponse, .atOnce])
    func recordIsTrueOrThereIsNone(_ index: Int, _ style: ImageCard.Style) {
        var (records, errors) = (0, 0)
        for number in 1...Self.exchanges {
            for odd in Self.everyOddity {
                let faults = [Self.everyFault[index](number)] + odd
                do throws(CardError) {
                    let card = VirtualCard(Self.image, style: style, faults: faults)
                    expectTruth(try CardReader.read(ReadRequest(FaultTests.fields), over: card).card, faults)
                    records += 1
                } catch {
                    errors += 1
                }
            }
        }
        #expect(records + errors == Self.exchanges * Self.everyOddity.count)
    }

    @Test func readHasAsManyExchangesAsThisSuiteGoesThrough() {
        #expect(Self.exchanges == 22)
    }

    /// A field says what the card says, or that it failed, and that only where an applet may fail alone.
    private func expectTruth(_ card: IDCard, _ faults: [Fault]) {
        for field in FaultTests.fields {
            let (state, truth) = (field.state(in: card), field.state(in: Self.truth))
            if case .failed = state, field.applet.isOptional { continue }
            if state == .blank, card.absentApplets.contains(field.applet) { continue }
            #expect(state == truth, "\(field.key), \(faults)")
        }
        if !card.absentApplets.isSubset(of: Self.truth.absentApplets) {
            #expect(faults.contains { $0.description.contains("6A82") }, "\(faults)")
        }
    }
}
