import CardTrace
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// What is said to a card, and what is made of its answers.
@Suite struct CardReaderTests {
    private static let select = ["00A4040008A000000054480001", "00C000000A"]

    private static func read(_ span: Range<Int>) -> [String] {
        let offset = Hex.encode([UInt8(span.lowerBound >> 8), UInt8(span.lowerBound & 0xFF)])
        let count = Hex.encode([UInt8(span.count)])
        return ["80B0\(offset)0200\(count)", "00C00000\(count)"]
    }

    private static let chip = [
        "00A4040008A000000084060002", "00C000000A", "8000000017", "00A40400", "00A4040012", "80CA9F7F", "80CA9F7F2D",
    ]
    private static let health = ["00A4040008A000000054480083", "00C000000A"] + read(0x04..<0x103) + read(0x103..<0x15E)

    @Test func usualReadTakesFortySixExchanges() throws {
        let card = VirtualCard(try TestCard.image(photo: TestCard.photo(4929)))
        let (result, trace) = Reading.read(TestCard.usual, over: card)
        let reading = try result.get()
        let end = 379 + 4929
        let photo = stride(from: 0x01FE, to: end, by: 255).flatMap { Self.read($0..<min($0 + 255, end)) }
        let text = [0x00..<0xFF, 0xFF..<0x1FE, 0x1579..<0x1627].flatMap(Self.read)
        #expect(trace.commands == Self.select + text + photo)
        #expect(reading.exchanges == 46)
        #expect(reading.bytes <= 5650)
        #expect(reading.card.photo == .value(TestCard.photo(4929)))
        #expect(reading.phases.map(\.phase) == [.select, .text, .photo])
        #expect(reading.phases.map(\.exchanges) == [2, 6, 38])
    }

    @Test func textAloneTakesEightExchanges() throws {
        let (result, trace) = Reading.read(TestCard.text, over: VirtualCard(try TestCard.image()))
        let text = [0x00..<0xFF, 0xFF..<0x177, 0x1579..<0x1627].flatMap(Self.read)
        #expect(trace.commands == Self.select + text)
        #expect(try result.get().exchanges == 8)
    }

    @Test func citizenIDAloneTakesFourExchanges() throws {
        let (result, trace) = Reading.read(TestCard.fields("citizenID"), over: VirtualCard(try TestCard.image()))
        #expect(trace.commands == Self.select + Self.read(0x00..<0x11))
        #expect(try result.get().card.citizenID == TestCard.card().citizenID)
        #expect(try result.get().card.dataVersion == .notRead)
    }

    /// The date of issue is read along: after an interruption it tells whether the card is the same.
    @Test func chipAndHealthFollowTheText() throws {
        let card = VirtualCard(try TestCard.image())
        let fields = TestCard.fields("citizenID") + TestCard.everything.filter { $0.applet != .storage }
        let (result, trace) = Reading.read(fields, over: card)
        let text = Self.read(0x00..<0x11) + Self.read(0x167..<0x16F)
        #expect(trace.commands == Self.select + text + Self.chip + Self.health)
        #expect(try result.get().phases.map(\.phase) == [.select, .text, .chip, .health])
        #expect(try result.get().card.health == TestCard.card().health)
        #expect(try result.get().card.chip == TestCard.card().chip)
        #expect(try result.get().card.issueDate == .notRead)
    }

    @Test func cardThatAnswersAtOnceTakesHalfTheExchanges() throws {
        let image = try TestCard.image()
        let slow = try Reading.read(TestCard.everything, over: VirtualCard(image)).result.get()
        let fast = try Reading.read(TestCard.everything, over: VirtualCard(image, style: .atOnce)).result.get()
        #expect(fast.card == slow.card)
        #expect(fast.image == slow.image)
        #expect(fast.exchanges == 23 + 4 + 3)
        #expect(slow.exchanges == 46 + 7 + 6)
    }

    @Test func recordIsThatOfTheWholeImage() throws {
        let image = try TestCard.image()
        let reading = try Reading.read(Field.all, over: VirtualCard(image)).result.get()
        #expect(reading.card == IDCard(image))
    }

    @Test func digitsThatNobodyAskedForAreNotKept() throws {
        let image = try TestCard.image(writing: Array("01".utf8), at: 0x0177)
        let usual = try Reading.read(TestCard.everything, over: VirtualCard(image)).result.get()
        #expect(usual.image[.storage][0x0177..<0x0178] == nil)
        #expect(usual.image[.storage][0x0178..<0x0179] == nil)
        #expect(usual.card.unknownDigits == .notRead)
        let asked = try Reading.read(TestCard.fields("unknownDigits"), over: VirtualCard(image)).result.get()
        #expect(asked.card.unknownDigits == .value("01"))
    }

    @Test func progressGrowsToTheWhole() throws {
        var reports: [ReadProgress] = []
        let card = VirtualCard(try TestCard.image(photo: TestCard.photo(4929)))
        _ = try CardReader.read(ReadRequest(TestCard.usual), over: card) { reports.append($0) }
        #expect(reports.count == 22)
        #expect(reports.last.map { $0.known == $0.needed } == true)
        #expect(reports.last?.needed == 375 + 174 + 2 + 4929)
        for (one, next) in zip(reports, reports.dropFirst()) { #expect(one.known < next.known) }
        #expect(reports.allSatisfy { $0.known <= $0.needed })
    }

    @Test func theTextIsToldOnceWhileThePhotoIsStillToCome() throws {
        var reports: [ReadProgress] = []
        let card = VirtualCard(try TestCard.image(photo: TestCard.photo(4929)))
        let read = try CardReader.read(ReadRequest(TestCard.usual), over: card) { reports.append($0) }
        #expect(reports.compactMap(\.text).count == 1)
        let told = try #require(reports.firstIndex { $0.text != nil })
        #expect(
            reports[...told].allSatisfy { $0.phase == .text }
                && reports[told...].dropFirst().allSatisfy { $0.phase == .photo })
        #expect(reports[told].text?.nameThai == read.card.nameThai && reports[told].text?.photo == .notRead)
    }

    @Test func aCardOfAnUnknownLayoutIsNotShownBeforeItIsProven() throws {
        let card = VirtualCard(try TestCard.image(writing: Array("0009".utf8), at: 0))
        var reports: [ReadProgress] = []
        _ = try CardReader.read(ReadRequest(TestCard.usual), over: card) { reports.append($0) }
        #expect(reports.allSatisfy { $0.text == nil })
    }

    @Test(arguments: ["0002", "0001", "0000"])
    func oldLayoutIsNotRead(_ version: String) throws {
        let card = VirtualCard(try TestCard.image(writing: Array(version.utf8), at: 0))
        let (result, trace) = Reading.read(TestCard.usual, over: card)
        #expect(result.failure == .unsupportedVersion(version))
        #expect(trace.commands.count == 4)
    }

    /// A layout that nobody has described is taken for the known one, where the card bears that out.
    @Test(arguments: [("0004", "0004"), ("0103", "0103"), ("    ", nil), ("003 ", "003")])
    func unknownLayoutIsReadWhereTheCardProvesItself(_ stored: String, _ version: String?) throws {
        let card = VirtualCard(try TestCard.image(writing: Array(stored.utf8), at: 0))
        let reading = try Reading.read(TestCard.usual, over: card).result.get()
        #expect(reading.card.dataVersion.value == version)
        #expect(reading.card.warnings.contains(Warning(.dataVersion, field: "dataVersion")))
        #expect(reading.card.nameThai.value?.full == "นายทดสอบ ตัวอย่าง")
    }

    @Test(arguments: [
        (0x00D9, "25331345"), (0x00D9, "นายนายนา"), (0x0167, "        "), (0x0167, "25661301"), (0x016F, "ABCDEFGH"),
    ])
    func unknownLayoutIsNotReadWhereItsDatesAreNone(_ offset: Int, _ text: String) throws {
        var image = try TestCard.image(writing: Array("0004".utf8), at: 0)
        image[.storage].write(try #require(TIS620.encode(text)), at: offset)
        for fields in [TestCard.usual, TestCard.fields("citizenID")] {
            #expect(Reading.read(fields, over: VirtualCard(image)).result.failure == .unsupportedVersion("0004"))
        }
    }

    /// A wrong check digit proves nothing, even to whoever accepts one.
    @Test func unknownLayoutWithAWrongCheckDigitIsNotRead() throws {
        var image = try TestCard.image(writing: Array("0004".utf8), at: 0)
        image[.storage].write(Array("1000000000008".utf8), at: 4)
        let result = Reading.read(TestCard.usual, over: VirtualCard(image), acceptingBadCheckDigit: true).result
        #expect(result.failure == .unsupportedVersion("0004"))
    }

    @Test func wrongCheckDigitIsReadAgainAfterAReset() throws {
        let card = VirtualCard(try TestCard.image(writing: Array("1000000000008".utf8), at: 4))
        let (result, trace) = Reading.read(TestCard.usual, over: card)
        #expect(result.failure == .checkDigit)
        #expect(trace.commands == Self.select + Self.read(0x00..<0xFF) + Self.select + Self.read(0x00..<0xFF))
        #expect(trace.events.count { if case .powered = $0 { true } else { false } } == 2)
    }

    @Test func wrongCheckDigitIsAcceptedOnRequest() throws {
        let card = VirtualCard(try TestCard.image(writing: Array("1000000000008".utf8), at: 4))
        let reading = try Reading.read(TestCard.usual, over: card, acceptingBadCheckDigit: true).result.get()
        #expect(reading.card.citizenID.value?.digits == "1000000000008")
        #expect(reading.card.warnings == [Warning(.checkDigit, field: "citizenID")])
        #expect(reading.exchanges == 50)
    }

    /// A card on which the first answer about the citizen ID reads otherwise than the second.
    private func garbled(_ stored: String, first: String) throws -> TamperedCard {
        let image = try TestCard.image(writing: Array(stored.utf8), at: 4)
        return TamperedCard(VirtualCard(image)) { _, answer, number in
            guard number == 4 else { return answer }
            var answer = answer
            answer.data.replaceSubrange(4..<17, with: first.utf8)
            return answer
        }
    }

    @Test(arguments: ["1000000000008", "100000000000X", "             "])
    func garbledCitizenIDIsForgottenWhereTheSecondIsRight(_ first: String) throws {
        let card = try garbled("1000000000009", first: first)
        let reading = try Reading.read(TestCard.usual, over: card).result.get()
        #expect(reading.card.citizenID.value?.digits == "1000000000009")
        #expect(reading.card.warnings == [])
    }

    @Test func wrongCitizenIDIsAcceptedOnlyWhereBothReadsAgree() throws {
        let card = try garbled("1000000000008", first: "1000000000007")
        let result = Reading.read(TestCard.usual, over: card, acceptingBadCheckDigit: true).result
        #expect(result.failure == .checkDigit)
    }

    @Test func oddPhotoOfACardWithAWrongCheckDigitIsAcceptedToo() throws {
        var image = try TestCard.image(writing: Array("1000000000008".utf8), at: 4)
        image[.storage].write([0x00, 0x00], at: 0x179)
        let result = Reading.read(TestCard.usual, over: VirtualCard(image), acceptingBadCheckDigit: true).result
        #expect(try result.get().card.warnings.map(\.code) == ["citizenID.checkDigit", "photo.length"])
    }

    @Test func citizenIDThatIsNoneIsNeverAccepted() throws {
        let card = VirtualCard(try TestCard.image(writing: Array("10000000OO009".utf8), at: 4))
        let (result, _) = Reading.read(TestCard.usual, over: card, acceptingBadCheckDigit: true)
        #expect(result.failure == .malformed(field: "citizenID"))
    }

    @Test func otherCardsAreNoThaiID() throws {
        for status in [StatusWord.notFound, .unknownClass, .unknownInstruction, StatusWord(0x6F, 0x00)] {
            let card = VirtualCard(try TestCard.image(), faults: [.status(status, at: 1)])
            #expect(Reading.read(TestCard.usual, over: card).result.failure == .notThaiID(status))
            #expect(card.commandCount == 1)
        }
    }

    @Test func probeReadsNothing() throws {
        let card = VirtualCard(try TestCard.image())
        try CardReader.probe(card)
        #expect(card.commandCount == 2)
        var other = try TestCard.image()
        other.absent = [.storage]
        #expect(throws: CardError.notThaiID(.notFound)) { try CardReader.probe(VirtualCard(other)) }
    }

    @Test func missingAppletsAreBlankAndSaidToBeAbsent() throws {
        var image = try TestCard.image()
        image.absent = [.cardStock, .cardManager, .health]
        let card = try Reading.read(TestCard.everything, over: VirtualCard(image)).result.get().card
        #expect(card.absentApplets == [.cardStock, .cardManager, .health])
        #expect(card.chip.laserNumber == .blank && card.chip.serialNumber == .blank)
        #expect(card.health.mainHospital == .blank && card.health.issueDate == .blank)
        #expect(card.warnings == [])
    }

    @Test func brokenPhotoEndsTheRead() throws {
        let image = try TestCard.image(writing: [0x13, 0x41, 0x41], at: 0x179)
        #expect(Reading.read(TestCard.usual, over: VirtualCard(image)).result.failure == .malformed(field: "photo"))
        #expect(Reading.read(TestCard.text, over: VirtualCard(image)).result.failure == nil)
    }

    @Test func readThatGivesNoDataIsFollowedByGetResponse() throws {
        let card = TamperedCard(VirtualCard(try TestCard.image())) { command, answer, _ in
            ReadCommand(command) == nil ? answer : ResponseAPDU()
        }
        #expect(try Reading.read(TestCard.text, over: card).result.get().card.issuer == TestCard.card().issuer)
    }

    @Test func oldReadersP2IsUsedForTheATRThatIsSaidToWantIt() throws {
        let atr = ATR([0x3B, 0x67, 0x00, 0x00, 0x54, 0x48, 0x20, 0x4E, 0x49, 0x44, 0x20])
        let (_, trace) = Reading.read(TestCard.fields("citizenID"), over: VirtualCard(try TestCard.image(), atr: atr))
        #expect(trace.commands == ["00A4040008A000000054480001", "00C000010A", "80B00000020011", "00C0000111"])
    }
}
