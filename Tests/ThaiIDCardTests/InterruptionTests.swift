import CardTrace
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// Something goes wrong at every single command of a full read. None of them may ever yield a
/// record that silently lacks something.
@Suite struct InterruptionTests {
    private static let image: CardImage = (try? TestCard.image(photo: TestCard.photo(1500))) ?? CardImage()
    private static let undisturbed = Reading.read(TestCard.everything, over: VirtualCard(image))
    static let commands = Array(1...undisturbed.trace.commands.count)
    /// Commands before this one belong to the storage applet.
    private static let storageEnd =
        (undisturbed.trace.commands.firstIndex { $0.hasPrefix("00A4040008A000000084") } ?? 0) + 1

    private func read(_ faults: [Fault]) -> Result<CardReading, CardError> {
        Reading.read(TestCard.everything, over: VirtualCard(Self.image, faults: faults)).result
    }

    @Test func undisturbedReadIsWhole() throws {
        let card = try Self.undisturbed.result.get().card
        #expect(card.warnings == [])
        #expect(Self.commands.count == 14 * 2 - 8 + 13)
        for field in TestCard.everything { #expect(field.state(in: card) == field.state(in: IDCard(Self.image))) }
    }

    @Test(
        arguments: commands,
        [ChannelError.cardRemoved, .readerGone, .serviceGone, .timedOut, .cardInUse, .accessDenied])
    func whatCannotPassEndsTheRead(_ number: Int, _ error: ChannelError) {
        #expect(read([.failure(error, at: number)]).failure == .channel(error))
    }

    @Test(arguments: commands, [ChannelError.cardReset, .communication, .malformedAnswer(count: 0)])
    func whatPassesLeavesNoTrace(_ number: Int, _ error: ChannelError) throws {
        for times in 1...3 {
            let reading = try read((0..<times).map { .failure(error, at: number + $0) }).get()
            #expect(reading.card == (try Self.undisturbed.result.get().card))
            #expect(reading.image == (try Self.undisturbed.result.get().image))
        }
    }

    /// The fewer fields are asked for, the less there is to tell the card by.
    @Test(arguments: [
        "citizenID,photo", "citizenID,chip.laserNumber,chip.serialNumber", "nameThai,health.mainHospital",
        "address,unknownDigits,photo", "chip.serialNumber", "issueDate,health.paidType", "nameEnglish,issuer,sex",
    ])
    func whatPassesLeavesNoTraceWhateverIsAskedFor(_ keys: String) throws {
        let fields = keys.split(separator: ",").compactMap { Field.named(String($0)) }
        let whole = Reading.read(fields, over: VirtualCard(Self.image))
        for number in 1...whole.trace.commands.count {
            for error in [ChannelError.cardReset, .communication] {
                let card = VirtualCard(Self.image, faults: [.failure(error, at: number)])
                let reading = try Reading.read(fields, over: card).result.get()
                #expect(reading.card == (try whole.result.get().card), "command \(number)")
            }
        }
    }

    @Test(arguments: commands, [ChannelError.cardReset, .communication, .malformedAnswer(count: 0)])
    func whatComesFourTimesInARowIsAnError(_ number: Int, _ error: ChannelError) throws {
        let result = read((0..<4).map { .failure(error, at: number + $0) })
        if number < Self.storageEnd {
            #expect(result.failure == .channel(error))
        } else {
            try expectNothingSilentlyMissing(result)
        }
    }

    @Test(arguments: commands, [ChannelError.cardMute, .malformedAnswer(count: 1), .other(code: 0x8010_0001)])
    func whatMayBeTheAppletsFaultFailsAlone(_ number: Int, _ error: ChannelError) throws {
        let result = read([.failure(error, at: number)])
        if number < Self.storageEnd {
            #expect(result.failure == .channel(error))
        } else {
            try expectFailedAlone(result, .noAnswer)
        }
    }

    @Test(arguments: commands, [0x6F00, 0x6982, 0x6D00, 0x6B00, 0x6282, 0x6300, 0x0000] as [UInt16])
    func wrongStatusWordIsNeverPassedOver(_ number: Int, _ status: UInt16) throws {
        let result = read([.status(StatusWord(rawValue: status), at: number)])
        if number < Self.storageEnd {
            #expect(result.failure != nil)
        } else {
            try expectFailedAlone(result, .refused(StatusWord(rawValue: status)))
        }
    }

    /// `6A82` to SELECT says that an applet is not there; anywhere else it is a wrong status word.
    @Test(arguments: commands)
    func notFoundIsAbsenceInAnswerToSelectOnly(_ number: Int) throws {
        let result = read([.status(.notFound, at: number)])
        guard number >= Self.storageEnd else {
            #expect(result.failure != nil)
            return
        }
        let card = try result.get().card
        let whole = try Self.undisturbed.result.get().card
        for field in TestCard.everything where field.state(in: card) != field.state(in: whole) {
            if card.absentApplets.contains(field.applet) {
                #expect(field.state(in: card) == .blank)
                #expect(Self.undisturbed.trace.commands[number - 1].hasPrefix("00"))
            } else {
                #expect(field.state(in: card) == .failed(.refused(.notFound)))
            }
        }
    }

    enum Damage: CaseIterable {
        case shorter, longer, empty, oneByte, announcesLess, announcesMore, promisesMore, wrongLe
    }

    private func damage(_ answer: ResponseAPDU, _ damage: Damage) -> ResponseAPDU {
        var answer = answer
        switch damage {
        case .shorter: answer.data = Array(answer.data.dropLast())
        case .longer: answer.data.append(0x20)
        case .empty: answer = ResponseAPDU()
        case .oneByte: answer = ResponseAPDU([0x39])
        case .announcesLess: answer.status = StatusWord(rawValue: answer.status.rawValue &- 1)
        case .announcesMore: answer.status = StatusWord(rawValue: answer.status.rawValue &+ 1)
        case .promisesMore: answer.status = .bytesWaiting(4)
        case .wrongLe: answer.status = .exactLength(4)
        }
        return answer
    }

    @Test(arguments: commands, Damage.allCases)
    func answerOfTheWrongLengthIsNeverPassedOver(_ number: Int, _ damage: Damage) throws {
        let card = TamperedCard(VirtualCard(Self.image)) { _, answer, own in
            own == number ? self.damage(answer, damage) : answer
        }
        try expectNothingSilentlyMissing(Reading.read(TestCard.everything, over: card).result)
    }

    @Test func nextReadWorksAfterEachInterruption() throws {
        for number in Self.commands {
            let card = VirtualCard(Self.image, faults: [.removal(before: number)])
            #expect(Reading.read(TestCard.everything, over: card).result.failure == .channel(.cardRemoved))
            try card.reset()
            #expect(
                try Reading.read(TestCard.everything, over: card).result.get().image
                    == Self.undisturbed.result.get().image)
        }
    }

    /// Each field equals the undisturbed one, or says that it failed, or there is no record at all.
    private func expectNothingSilentlyMissing(_ result: Result<CardReading, CardError>) throws {
        guard let card = result.success?.card else { return }
        let whole = try Self.undisturbed.result.get().card
        for field in TestCard.everything where field.state(in: card) != field.state(in: whole) {
            #expect(field.applet.isOptional)
            guard case .failed(let failure) = field.state(in: card) else {
                Issue.record("\(field.key) is silently wrong")
                continue
            }
            #expect(card.warnings.contains(Warning(.failed(failure), field: field.key)))
        }
    }

    private func expectFailedAlone(_ result: Result<CardReading, CardError>, _ failure: FieldFailure) throws {
        try expectNothingSilentlyMissing(result)
        let card = try result.get().card
        let failed = TestCard.everything.filter { $0.state(in: card) == .failed(failure) }
        #expect(!failed.isEmpty)
        #expect(Set(failed.map(\.applet)).count == 1)
    }
}
