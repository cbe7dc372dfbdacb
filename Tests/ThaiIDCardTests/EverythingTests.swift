import CardTrace
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// A read of everything that a card gives away: what the fields need, and then the rest as far as it goes.
@Suite struct EverythingTests {
    private static let tail = (0..<279).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    private static let headOfHealth: [UInt8] = [0x30, 0x30, 0x30, 0x31]

    /// A card with bytes in every place.
    private static func image() throws -> CardImage {
        var image = try TestCard.image(photo: TestCard.photo(3000))
        image[.storage].write(tail, at: 0x1627)
        image[.health].write(headOfHealth, at: 0)
        return image
    }

    private func read(
        _ depth: ReadDepth = .everything, over channel: any CardChannel
    ) -> (result: Result<CardReading, CardError>, trace: Trace) {
        let recorder = RecordingChannel(channel, recordedAt: nil, reader: nil)
        do throws(CardError) {
            return (.success(try CardReader.read(ReadRequest(Field.all, depth: depth), over: recorder)), recorder.trace)
        } catch {
            return (.failure(error), recorder.trace)
        }
    }

    @Test func everyByteOfEveryAppletIsRead() throws {
        let reading = try read(over: VirtualCard(Self.image())).result.get()
        #expect(reading.image[.storage].known.ranges == [0..<5950])
        #expect(reading.image[.health].known.ranges == [0..<350])
        #expect(reading.image[.storage][0x1627..<0x173E]?.elementsEqual(Self.tail) == true)
        #expect(reading.image[.health][0..<4]?.elementsEqual(Self.headOfHealth) == true)
        #expect(reading.phases.map(\.phase) == [.select, .text, .photo, .rest, .chip, .health])
    }

    @Test func fieldsSayTheSameAtEitherDepth() throws {
        let (shallow, deep) = try (
            read(.fields, over: VirtualCard(Self.image())), read(over: VirtualCard(Self.image()))
        )
        #expect(try shallow.result.get().card == deep.result.get().card)
        #expect(try shallow.result.get().image[.storage].known.ranges.last == 0x1579..<0x1627)
        #expect(shallow.trace.commands.count < deep.trace.commands.count)
    }

    @Test func recordingTellsAllOfIt() throws {
        let (result, trace) = try read(over: VirtualCard(Self.image()))
        #expect(trace.image[.storage] == (try result.get()).image[.storage])
        #expect(trace.image[.health] == (try result.get()).image[.health])
        #expect(trace.findings.filter(\.isContradiction) == [])
    }

    @Test func cardThatEndsWithTheTableIsReadToItsEnd() throws {
        let card = try card(behind: false) { .status(.wrongOffset, at: $0) }
        let (result, trace) = read(over: card)
        #expect(try result.get().image[.storage].known.ranges == [0..<5671])
        #expect(trace.commands.contains("80B016270200FF"))
        #expect(IDCard(trace.image).warnings.allSatisfy { if case .failed = $0.kind { false } else { true } })
    }

    @Test(arguments: [0x6B00, 0x6A86, 0x6700, 0x6282, 0x6F00, 0x6982, 0x6D00] as [UInt16])
    func anyStatusWordBehindTheTableIsItsEnd(_ status: UInt16) throws {
        let card = try card(behind: false) { .status(StatusWord(rawValue: status), at: $0) }
        let (result, trace) = read(over: card)
        #expect(try result.get().image[.storage].known.ranges == [0..<5671])
        #expect(try result.get().card == read(over: VirtualCard(Self.image())).result.get().card)
        #expect(trace.image.failures[.storage] == nil && trace.findings.filter(\.isContradiction) == [])
    }

    @Test(arguments: [Fault.shortAnswer, Fault.longAnswer])
    func otherLengthBehindTheTableIsItsEnd(_ fault: @Sendable (Int) -> Fault) throws {
        let (result, trace) = read(over: try card(behind: true, fault))
        #expect(try result.get().image[.storage].known.ranges == [0..<5671])
        #expect(trace.findings.filter(\.isContradiction) == [])
    }

    @Test(arguments: [ChannelError.communication, .cardReset, .cardMute])
    func silenceBehindTheTableSpoilsNoField(_ error: ChannelError) throws {
        let (result, _) = read(over: try card(behind: false) { .failure(error, at: $0) })
        #expect(try result.get().card == read(over: VirtualCard(Self.image())).result.get().card)
    }

    @Test func removalBehindTheTableEndsTheRead() throws {
        let (result, _) = read(over: try card(behind: false, Fault.removal))
        #expect(result.failure == .channel(.cardRemoved))
    }

    /// A card whose first READ behind the table, or the GET RESPONSE after it, goes wrong.
    private func card(behind isAnswer: Bool, _ fault: (Int) -> Fault) throws -> VirtualCard {
        let commands = read(over: VirtualCard(try Self.image())).trace.commands
        let number = try #require(commands.firstIndex(of: "80B016270200FF")) + 1
        return VirtualCard(try Self.image(), faults: [fault(isAnswer ? number + 1 : number)])
    }
}
