import CardTrace
import Invention
import Pseudonyms
import SmartCard
import Testing
import ThaiIDCard

/// Who becomes whom, and what is refused.
@Suite struct PseudonymiserTests {
    private let person = InventedPeople(seed: 21)[4]
    private var original: Trace { RecordedPeople.textTrace(person) }

    private func pseudonym(of trace: Trace, _ key: PseudonymKey = RecordedPeople.key) throws -> Trace {
        try Pseudonymiser(key: key).pseudonymise(trace)
    }

    private func appending(_ exchanges: [([UInt8], [UInt8])]) -> Trace {
        var trace = original
        trace.events += exchanges.map { .exchange(Trace.Exchange($0.0, .answer($0.1))) }
        return trace
    }

    private func unknown(_ trace: Trace) -> [UnknownBytes]? {
        do throws(PseudonymError) {
            _ = try Pseudonymiser(key: RecordedPeople.key).pseudonymise(trace)
            return []
        } catch {
            if case .unknownBytes(let bytes) = error { return bytes }
            return nil
        }
    }

    @Test func keyDecidesTheIdentity() throws {
        let key = try #require(PseudonymKey([UInt8](repeating: 7, count: 16)))
        #expect(try pseudonym(of: original) == pseudonym(of: original))
        #expect(try pseudonym(of: original).data != pseudonym(of: original, key).data)
        #expect(try pseudonym(of: original, PseudonymKey()).data != pseudonym(of: original, PseudonymKey()).data)
        #expect(PseudonymKey([UInt8](repeating: 7, count: 15)) == nil)
    }

    @Test func personIsTheSameInEveryRecordingOfARun() throws {
        var part = CardImage()
        part[.storage].write(person.image[.storage][0..<0x00D9] ?? [], at: 0)
        let short = RecordedPeople.trace(part)
        var pseudonymiser = Pseudonymiser(key: RecordedPeople.key)
        for trace in [short, original] { pseudonymiser.note(trace) }
        let (one, other) = (try pseudonymiser.pseudonymise(short), try pseudonymiser.pseudonymise(original))
        #expect(one.image[.storage][0..<0x00D9] == other.image[.storage][0..<0x00D9])
    }

    @Test func readsAgainAfterAResetSayTheSame() throws {
        var twice = original
        twice.events += original.events
        let pseudonym = try pseudonym(of: twice)
        #expect(pseudonym.data.prefix(pseudonym.data.count / 2) == pseudonym.data.suffix(pseudonym.data.count / 2))
    }

    @Test func cardPutInHalfwayIsSomebodyElse() throws {
        let other = InventedPeople(seed: 21)[5]
        var swapped = original
        swapped.events += RecordedPeople.textTrace(other).events
        let pseudonym = try pseudonym(of: swapped)
        let first = try self.pseudonym(of: original)
        #expect(pseudonym.shape == swapped.shape)
        #expect(IDCard(pseudonym.image).citizenID != IDCard(first.image).citizenID)
        #expect(PersonalText(RecordedPeople.textTrace(other)).found(in: pseudonym) == [])
        #expect(PersonalText(original).found(in: pseudonym) == [])
    }

    @Test func timeAndReaderOfARecordingAreNotTold() throws {
        let pseudonym = try pseudonym(of: original)
        #expect(pseudonym.recordedAt == nil && pseudonym.reader == Pseudonymiser.readerName)
    }

    @Test(arguments: [10, 100, 230, 300, 380, 5500])
    func readThatWasCutOffIsAsShort(_ count: Int) throws {
        var part = CardImage()
        part[.storage].write(person.image[.storage].prefix(of: 0..<count), at: 0)
        let original = RecordedPeople.trace(part)
        let pseudonym = try pseudonym(of: original)
        #expect(pseudonym.shape == original.shape)
        #expect(PersonalText(self.original).found(in: pseudonym) == [])
        #expect(IDCard(pseudonym.image).states == IDCard(original.image).states)
    }

    @Test(
        arguments: [
            // A command that nobody knows, bytes after the table, an answer longer than was asked for.
            ([0x80, 0x10, 0, 0], [1, 2, 3, 0x90, 0], 3),
            ([0x80, 0xB0, 0x16, 0x27, 2, 0, 3], [1, 2, 3, 0x90, 0], 3),
            ([0x80, 0xB0, 0, 0, 2, 0, 4], [0x30, 0x30, 0x30, 0x33, 9, 8, 0x90, 0], 2),
            // A PIN that is verified, an answer without a status word.
            ([0, 0x20, 1, 0, 4, 1, 2, 3, 4], [0x63, 0xC2], 4), ([0x80, 0x10, 0, 0], [7], 1),
        ] as [([UInt8], [UInt8], Int)])
    func bytesThatNobodyKnowsAreRefusedUnlessBlanked(_ command: [UInt8], _ answer: [UInt8], _ count: Int) throws {
        let selected: ([UInt8], [UInt8]) = (CommandAPDU.select(Applet.storage.applicationID).bytes, [0x90, 0])
        let trace = appending([selected, (command, answer)])
        let step = trace.exchanges.count
        let place: UnknownBytes.Place = command[1] == 0x20 ? .command(step) : .answer(step)
        #expect(unknown(trace) == [UnknownBytes(place: place, count: count)])
        let blanked = try Pseudonymiser(key: RecordedPeople.key, blankingUnknown: true).pseudonymise(trace)
        #expect(blanked.shape.count == trace.shape.count)
        let last = try #require(blanked.exchanges.last)
        guard case .answer(let bytes) = last.outcome else { return }
        #expect(bytes.count == answer.count && last.command.count == command.count)
        #expect(
            (place == .command(step) ? last.command.suffix(4) : bytes.dropLast(answer.count > 1 ? 2 : 0).suffix(count))
                .allSatisfy { $0 == 0 })
    }

    @Test(
        arguments: [
            // Padding after the table, the identifier after a SELECT, a refusal.
            ([0x80, 0xB0, 0x16, 0x27, 2, 0, 3], [0x20, 0x20, 0x20, 0x90, 0]),
            ([0, 0xA4, 4, 0, 2, 0xA0, 0x01], [0x84, 2, 0xA0, 0x01, 0x90, 0]), ([0x80, 0x10, 0, 0], [0x6D, 0]),
        ] as [([UInt8], [UInt8])])
    func bytesThatSayNothingAreNoReasonToRefuse(_ command: [UInt8], _ answer: [UInt8]) {
        let selected: ([UInt8], [UInt8]) = (CommandAPDU.select(Applet.storage.applicationID).bytes, [0x90, 0])
        #expect(unknown(appending([selected, (command, answer)])) == [])
    }

    @Test func answerToResetMaySayNothingElseThanTheKindOfCard() {
        var trace = original
        trace.events[0] = .powered(ATR([0x3B, 0x04] + Array("SOMC".utf8)))
        #expect(unknown(trace) == [UnknownBytes(place: .answerToReset, count: 4)])
    }

    @Test func recordingThatContradictsItselfForEverIsRefused() {
        let select: ([UInt8], [UInt8]) = (CommandAPDU.select(Applet.storage.applicationID).bytes, [0x90, 0])
        let reads = (0..<40 as Range<UInt8>).map { ([0x80, 0xB0, 0, 4, 2, 0, 1] as [UInt8], [0x30 + $0, 0x90, 0]) }
        #expect(throws: PseudonymError.tooManyCards) { try pseudonym(of: appending([select] + reads)) }
    }

    @Test func originalThatTheResultWouldHoldIsRefused() throws {
        // A holder who is called what the card answers to reset.
        var card = person.card
        card.nameEnglish = .value(PersonName(parts: ["Mr.", "Th Nid", "", "Example"], language: .english))
        let trace = RecordedPeople.trace(try card.image(), atr: person.atr)
        #expect(throws: PseudonymError.originalFound(field: "nameEnglish")) { try pseudonym(of: trace) }
    }
}
