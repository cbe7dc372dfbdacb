import CardRecord
import RegisterModel
import Testing
import ThaiIDCard

/// What the register takes a person to be, case by case.
@Suite struct FoldTests {
    private let today = Given.day("2026-11-26")

    private func fold(
        _ observations: [Observation], corrections: [Correction] = [], decisions: [Decision] = []
    ) throws -> CurrentView {
        try #require(CurrentView.fold(observations, corrections: corrections, decisions: decisions, on: today))
    }

    private let first = Given.observation(1, Given.record(), on: "2023-07-01")
    private let renamed = Given.observation(
        2, Given.record(issued: "25680301", last: "สมมติ", request: "00000512345/07654321"), on: "2025-04-01")

    @Test func nobodyIsSeenWhereNothingWas() {
        #expect(CurrentView.fold([], on: today) == nil)
        let asked = Given.observation(1, Given.record(), on: "2025-01-01", kind: .gateway)
        #expect(CurrentView.fold([asked], on: today) == nil)
    }

    @Test func oneCardIsWhatItSays() throws {
        let view = try fold([first])
        #expect(view.record["card"] == first.record["card"]?.withoutMissing)
        #expect(view.record["read"] == first.record["read"])
        #expect(view.record["states"] == .object([]))
        #expect(view.flags == [])
        #expect(view.leading == Given.id(1))
        #expect(Set(view.origins.values) == [.observation(Given.id(1))])
    }

    @Test func newerCardLeads() throws {
        let view = try fold([first, renamed])
        #expect(view.card("nameThai", "last") == "สมมติ")
        #expect(view.flags == [.nameChanged, .reIssued])
        #expect(view.leading == Given.id(2))
    }

    @Test func oldCardFoundLaterUndoesNothing() throws {
        let found = Given.observation(3, Given.record(), on: "2026-01-01")
        let view = try fold([renamed, found])
        #expect(view.card("nameThai", "last") == "สมมติ")
        #expect(view.flags == [.nameChanged, .reIssued, .olderCard])
        #expect(view.leading == Given.id(2))
    }

    @Test func newestCardReadAgainEndsTheWarningOfAnOlderOne() throws {
        let found = Given.observation(3, Given.record(), on: "2026-01-01")
        let again = Given.observation(4, renamed.record, on: "2026-02-01")
        #expect(try !fold([renamed, found, again]).flags.contains(.olderCard))
    }

    @Test func fileThatTellsOfANewerCardMakesNoReadBeforeItOdd() throws {
        let imported = Given.observation(2, renamed.record, on: "2025-04-01", kind: .imported)
        #expect(try !fold([first, imported]).flags.contains(.olderCard))
        let afterwards = Given.observation(3, first.record, on: "2025-05-01")
        #expect(try fold([first, imported, afterwards]).flags.contains(.olderCard))
    }

    @Test func viewOfAFormerDayIsOfWhatWasKnownThen() throws {
        let correction = Given.correction(
            9, "address", Given.address("ซอยแก้ 2"), on: "2024-01-01", ended: "2024-06-01")
        func last(_ day: String) -> String? {
            CurrentView.fold(
                [first, renamed], corrections: [correction], asKnownAt: Given.noon(day), on: Given.day(day)
            ).map { "\($0.card("nameThai", "last") ?? "") \($0.card("address", "soi") ?? "")" }
        }
        #expect(last("2023-06-30") == nil)
        #expect(last("2023-12-31") == "ตัวอย่าง ซอยตัวอย่าง 5")
        #expect(last("2024-01-01") == "ตัวอย่าง ซอยแก้ 2")
        #expect(last("2024-06-01") == "ตัวอย่าง ซอยตัวอย่าง 5")
        #expect(last("2025-04-01") == "สมมติ ซอยตัวอย่าง 5")
    }

    @Test func otherTitleIsNoOtherName() throws {
        let child = Given.observation(1, Given.record(title: "เด็กชาย"), on: "2023-07-01")
        let grown = Given.observation(2, Given.record(issued: "25680301"), on: "2025-04-01")
        #expect(try fold([child, grown]).flags == [.reIssued])
    }

    @Test func movingIsSeen() throws {
        let moved = Given.observation(2, Given.record(issued: "25680301", soi: "ซอยสมมติ 9"), on: "2025-04-01")
        #expect(try fold([first, moved]).flags == [.addressChanged, .reIssued])
        let onSameCard = Given.observation(2, Given.record(soi: "ซอยสมมติ 9"), on: "2025-04-01")
        let view = try fold([first, onSameCard])
        #expect(view.flags == [.addressChanged])
        #expect(view.card("address", "soi") == "ซอยสมมติ 9")
    }

    @Test func flagsTellOfTheNewestCardAlone() throws {
        let third = Given.observation(
            3, Given.record(issued: "25690301", last: "สมมติ", request: "00000512345/00000001"), on: "2026-04-01")
        #expect(try fold([first, renamed, third]).flags == [.reIssued])
    }

    @Test func cardsOfOneDayDifferInTheirRequestNumbers() throws {
        let second = Given.observation(
            2, Given.record(soi: "ซอยสมมติ 9", request: "00000512345/07654321"), on: "2023-07-02")
        let view = try fold([second, first])
        #expect(view.card("address", "soi") == "ซอยสมมติ 9")
        #expect(view.card("requestNumber") == "00000512345/07654321")
        #expect(view.flags == [.addressChanged, .reIssued])
    }

    // MARK: - Blank, partial, failed, not read

    @Test(arguments: ["blank", "failed", "notRecorded"])
    func whatIsNotHadDeletesNothingOfTheSameCard(_ word: String) throws {
        let worse = Given.observation(
            2, Given.record(changing: ["address": .null], states: ["address": word]), on: "2024-01-01")
        let view = try fold([first, worse])
        #expect(view.card("address", "soi") == "ซอยตัวอย่าง 5")
        #expect(view.origins["address"] == .observation(Given.id(1)))
        #expect(view.record["states"] == .object([]))
        #expect(view.flags == [])
    }

    @Test func partOfAValueDoesNotReplaceTheWholeOfTheSameCard() throws {
        let part = Given.observation(
            2, Given.record(changing: ["address": Given.address("ซอย")], states: ["address": "partial"]),
            on: "2024-01-01")
        #expect(try fold([first, part]).card("address", "soi") == "ซอยตัวอย่าง 5")
        let alone = try fold([part])
        #expect(alone.card("address", "soi") == "ซอย")
        #expect(alone.record["states"] == ["address": "partial"])
    }

    @Test func blankOnANewerCardIsAFact() throws {
        let newer = Given.observation(
            2, Given.record(issued: "25680301", changing: ["address": .null], states: ["address": "blank"]),
            on: "2025-04-01")
        let view = try fold([first, newer])
        #expect(view.record["card"]?["address"] == .null)
        #expect(view.record["states"] == ["address": "blank"])
        #expect(view.flags.contains(.addressChanged))
    }

    @Test(arguments: ["failed", nil])
    func whatANewerCardDoesNotTellOfThePersonIsAsBefore(_ word: String?) throws {
        let newer = Given.observation(
            2,
            Given.record(
                issued: "25680301", changing: ["address": .null], without: word == nil ? ["address"] : [],
                states: word.map { ["address": $0] } ?? [:]), on: "2025-04-01")
        let view = try fold([first, newer])
        #expect(view.card("address", "soi") == "ซอยตัวอย่าง 5")
        #expect(view.origins["address"] == .observation(Given.id(1)))
        #expect(view.flags == [.reIssued])
    }

    @Test func numbersOfAnOldCardAreNeverThoseOfANewOne() throws {
        let old = Given.observation(
            1, Given.record(chip: ["laserNumber": "JT9-9999999-99", "serialNumber": "0011223344556677"]),
            on: "2023-07-01")
        let failing = Given.record(
            issued: "25680301", states: ["chip.laserNumber": "failed"], chip: ["laserNumber": .null])
        let view = try fold([old, Given.observation(2, failing, on: "2025-04-01")])
        #expect(view.record["chip"] == ["laserNumber": .null])
        #expect(view.record["states"] == ["chip.laserNumber": "failed"])
        let unasked = try fold([old, Given.observation(2, Given.record(issued: "25680301"), on: "2025-04-01")])
        #expect(unasked.record["chip"] == nil)
    }

    @Test func failedNumberDeletesNothingOfTheSameCard() throws {
        let good = Given.observation(1, Given.record(chip: ["laserNumber": "JT9-9999999-99"]), on: "2023-07-01")
        let failing = Given.record(states: ["chip.laserNumber": "failed"], chip: ["laserNumber": .null])
        let view = try fold([good, Given.observation(2, failing, on: "2025-04-01")])
        #expect(view.record["chip"] == ["laserNumber": "JT9-9999999-99"])
        let absent = try fold([good, Given.observation(2, Given.record(chip: .null), on: "2025-04-01")])
        #expect(absent.record["chip"] == ["laserNumber": "JT9-9999999-99", "serialNumber": .null])
        #expect(absent.record["states"] == ["chip.serialNumber": "blank"])
    }

    @Test func applicationThatIsNotThereStaysNull() throws {
        let view = try fold([Given.observation(1, Given.record(chip: .null), on: "2023-07-01")])
        #expect(view.record["chip"] == .null)
        #expect(view.record["states"] == .object([]))
    }

    @Test func photoIsKeptWithTheFirstReadOfIt() throws {
        let photo: JSONValue = ["type": "image/jpeg", "sha256": "00"]
        let kept = Given.observation(
            1, Given.record(changing: ["photo": photo]), on: "2023-07-01", photo: Given.id(77))
        let again = Given.observation(
            2, Given.record(issued: "25680301", changing: ["photo": photo]), on: "2025-04-01")
        let without = Given.observation(3, Given.record(issued: "25680401"), on: "2025-05-01")
        #expect(try fold([kept, again, without]).photo == Given.id(77))
        let other = Given.observation(
            4, Given.record(issued: "25680501", changing: ["photo": ["type": "image/jpeg", "sha256": "11"]]),
            on: "2025-06-01")
        #expect(try fold([kept, again, other]).photo == nil)
    }

    @Test func remarksGoWithTheFieldsTheyAreOn() throws {
        let old = Given.observation(
            1, Given.record().warning(of: "address", "sex"), on: "2023-07-01")
        let newer = Given.observation(
            2, Given.record(issued: "25680301", without: ["address"]).warning(of: "nameThai", "address"),
            on: "2025-04-01")
        let view = try fold([old, newer])
        #expect(view.record["warnings"] == [["code": "w", "field": "nameThai"], ["code": "w", "field": "address"]])
    }

    // MARK: - Expiry

    /// Who is seventy on or before the last day keeps the card for life.
    @Test(arguments: [
        ("25681231", "25330415", true), ("25691126", "25330415", false), ("25691125", "25330415", true),
        ("99999999", "25330415", false), ("25600415", "24900415", false), ("25600414", "24900415", true),
    ])
    func cardsExpireButForThoseOfSeventy(_ expiry: String, _ birth: String, _ isExpired: Bool) throws {
        let card = Given.observation(
            1, Given.record(issued: "25500601", expires: expiry, birth: birth), on: "2008-01-01")
        #expect(try fold([card]).flags.contains(.expired) == isExpired)
    }

    // MARK: - Sources

    @Test func typedPersonIsAsTyped() throws {
        let typed = Given.observation(
            1, Given.record(issued: nil, expires: nil, request: nil), on: "2024-01-01", kind: .typed)
        let view = try fold([typed])
        #expect(view.card("nameThai", "first") == "ทดสอบ")
        #expect(view.flags == [])
    }

    @Test func typedDayOfIssueLeadsNothing() throws {
        let typed = Given.observation(
            2, Given.record(issued: "25690101", last: "สมมติ"), on: "2026-02-01", kind: .typed)
        let view = try fold([typed, first])
        #expect(view.card("nameThai", "last") == "ตัวอย่าง")
        #expect(view.leading == Given.id(1))
        #expect(view.flags == [])
    }

    @Test func typedFactFillsWhatNoCardWasAskedFor() throws {
        let typed = Given.observation(1, Given.record(issued: nil), on: "2024-01-01", kind: .typed)
        let short = Given.observation(2, Given.record(without: ["address"]), on: "2025-01-01")
        let view = try fold([typed, short])
        #expect(view.origins["address"] == .observation(Given.id(1)))
        #expect(view.origins["nameThai"] == .observation(Given.id(2)))
    }

    @Test func importWithoutDayOfIssueComesAfterEveryDatedCard() throws {
        let old = Given.observation(
            2, Given.record(issued: nil, soi: "ซอยเก่า 1"), on: "2026-01-01", kind: .imported)
        let view = try fold([first, old])
        #expect(view.card("address", "soi") == "ซอยตัวอย่าง 5")
        #expect(view.flags == [])
        #expect(try fold([old]).card("address", "soi") == "ซอยเก่า 1")
    }

    @Test func numbersOfUndatedCardsAreNotPutTogether() throws {
        let one = Given.observation(
            1, Given.record(issued: nil, chip: ["laserNumber": "JT9-9999999-99"]), on: "2024-01-01", kind: .imported)
        let two = Given.observation(
            2, Given.record(issued: nil, expires: nil, without: ["address"]), on: "2025-01-01", kind: .imported)
        let view = try fold([one, two])
        #expect(view.record["chip"] == nil)
        #expect(view.record["card"]?["expiryDate"] == nil)
        #expect(view.card("address", "soi") == "ซอยตัวอย่าง 5")
    }

    @Test func importOfANewerCardLeads() throws {
        let imported = Given.observation(
            2, Given.record(issued: "25680301", last: "สมมติ"), on: "2025-04-01", kind: .imported)
        #expect(try fold([first, imported]).card("nameThai", "last") == "สมมติ")
    }

    @Test func chipIsBelievedBeforeAFileOfTheSameCard() throws {
        let imported = Given.observation(
            2, Given.record(last: "ตัวอยาง"), on: "2025-04-01", kind: .imported)
        let view = try fold([first, imported])
        #expect(view.card("nameThai", "last") == "ตัวอย่าง")
        #expect(view.leading == Given.id(1))
        #expect(view.flags == [])
    }

    @Test func cardFromTheFutureDoesNotLeadForEver() throws {
        let strange = Given.observation(2, Given.record(issued: "26660601", last: "สมมติ"), on: "2024-01-01")
        #expect(try fold([first, strange]).card("nameThai", "last") == "ตัวอย่าง")
    }

    @Test func cardReadByAClockThatIsBehindLeads() throws {
        let behind = Given.observation(2, renamed.record, on: "2019-01-01", received: "2025-04-01")
        #expect(try fold([first, behind]).card("nameThai", "last") == "สมมติ")
    }

    // MARK: - Corrections

    @Test func correctionStandsInItsFieldsPlace() throws {
        let correction = Given.correction(9, "address", Given.address("ซอยแก้ 2"), on: "2024-01-01")
        let view = try fold([first], corrections: [correction])
        #expect(view.card("address", "soi") == "ซอยแก้ 2")
        #expect(view.origins["address"] == .correction(Given.id(9)))
        #expect(view.origins["nameThai"] == .observation(Given.id(1)))
    }

    @Test func newerCardEndsACorrection() throws {
        let correction = Given.correction(9, "address", Given.address("ซอยแก้ 2"), on: "2024-01-01")
        #expect(try fold([first, renamed], corrections: [correction]).card("address", "soi") == "ซอยตัวอย่าง 5")
    }

    @Test func sameCardAndOlderCardsEndNoCorrection() throws {
        let correction = Given.correction(9, "address", Given.address("ซอยแก้ 2"), on: "2025-06-01")
        let again = Given.observation(3, renamed.record, on: "2025-08-01")
        let old = Given.observation(4, first.record, on: "2025-09-01")
        #expect(try fold([renamed, again, old], corrections: [correction]).card("address", "soi") == "ซอยแก้ 2")
    }

    @Test func correctionMadeAfterTheNewerCardStands() throws {
        let correction = Given.correction(9, "address", Given.address("ซอยแก้ 2"), on: "2025-06-01")
        #expect(try fold([first, renamed], corrections: [correction]).card("address", "soi") == "ซอยแก้ 2")
    }

    @Test func firstCardEndsCorrectionsOfWhoWasTyped() throws {
        let typed = Given.observation(1, Given.record(issued: nil), on: "2024-01-01", kind: .typed)
        let correction = Given.correction(9, "address", Given.address("ซอยแก้ 2"), on: "2024-02-01")
        #expect(try fold([typed], corrections: [correction]).card("address", "soi") == "ซอยแก้ 2")
        let card = Given.observation(2, Given.record(), on: "2025-01-01")
        #expect(try fold([typed, card], corrections: [correction]).card("address", "soi") == "ซอยตัวอย่าง 5")
    }

    @Test func laterCorrectionHoldsUntilItIsTakenBack() throws {
        let one = Given.correction(8, "address", Given.address("ซอยแก้ 1"), on: "2024-01-01")
        let two = Given.correction(9, "address", Given.address("ซอยแก้ 2"), on: "2024-02-01")
        let ended = Given.correction(9, "address", Given.address("ซอยแก้ 2"), on: "2024-02-01", ended: "2024-03-01")
        #expect(try fold([first], corrections: [two, one]).card("address", "soi") == "ซอยแก้ 2")
        #expect(try fold([first], corrections: [ended, one]).card("address", "soi") == "ซอยแก้ 1")
    }

    @Test func correctedToNothingIsBlank() throws {
        let correction = Given.correction(9, "address", .null, on: "2024-01-01")
        let view = try fold([first], corrections: [correction])
        #expect(view.record["card"]?["address"] == .null)
        #expect(view.record["states"] == ["address": "blank"])
    }

    @Test(arguments: ["citizenID", "issueDate", "photo", "chip.laserNumber", "nothing"])
    func whatACardSaysOfItselfIsNotCorrected(_ field: String) throws {
        let correction = Given.correction(9, field, "1", on: "2024-01-01")
        #expect(try fold([first], corrections: [correction]) == fold([first]))
    }

    // MARK: - Conflicts

    private let stranger = Given.observation(
        5, Given.record(issued: "25680301", first: "จำลอง", last: "อื่น", birth: "25400101"), on: "2025-05-01")

    @Test func otherNameAndOtherBirthWaitForADecision() throws {
        let view = try fold([first, stranger])
        #expect(view.conflicts == [Given.id(5)])
        #expect(view.flags == [.identityConflict])
        #expect(view.record == (try fold([first]).record))
    }

    @Test func otherNameOrOtherBirthAloneDoesNot() throws {
        let born = Given.observation(5, Given.record(issued: "25680301", birth: "25400101"), on: "2025-05-01")
        #expect(try fold([first, born]).conflicts == [])
        #expect(try fold([first, renamed]).conflicts == [])
    }

    @Test func birthOfWhichLessIsKnownIsNoOther() throws {
        let yearAlone = Given.observation(
            5, Given.record(issued: "25680301", last: "สมมติ", birth: "25330000"), on: "2025-05-01")
        #expect(try fold([first, yearAlone]).conflicts == [])
    }

    @Test func acceptedTakesPartAndRefusedDoesNot() throws {
        let accepted = try fold([first, stranger], decisions: [Given.decision(5, accepts: true, on: "2025-06-01")])
        #expect(accepted.conflicts == [])
        #expect(accepted.card("nameThai", "first") == "จำลอง")
        let refused = try fold([first, stranger], decisions: [Given.decision(5, accepts: false, on: "2025-06-01")])
        #expect(refused == (try fold([first])))
    }

    @Test func lastDecisionHolds() throws {
        let both = [
            Given.decision(5, accepts: true, on: "2025-06-01"), Given.decision(5, accepts: false, on: "2025-07-01"),
        ]
        #expect(try fold([first, stranger], decisions: both) == fold([first, stranger], decisions: both.reversed()))
        #expect(try fold([first, stranger], decisions: both) == fold([first]))
    }

    @Test func firstOfTwoMayBeTheStranger() throws {
        let view = try fold([first, stranger], decisions: [Given.decision(1, accepts: false, on: "2025-06-01")])
        #expect(view.card("nameThai", "first") == "จำลอง")
        #expect(view.conflicts == [])
        #expect(view.flags == [])
    }

    @Test func nothingThatComesLaterSettlesAConflict() throws {
        // It shares the name with one and the birth with the other.
        let bridge = Given.observation(
            6, Given.record(issued: "25680601", first: "จำลอง", last: "อื่น"), on: "2025-07-01")
        let view = try fold([bridge, stranger, first])
        #expect(view.conflicts == [Given.id(5)])
        #expect(view.card("birthDate", "raw") == "25330415")
    }
}

extension JSONValue {
    /// A record with a remark on each of some fields.
    fileprivate func warning(of fields: String...) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(
            members.filter { $0.name != "warnings" } + [
                .init(
                    name: "warnings", value: .array(fields.map { ["code": "w", "field": .string($0)] }))
            ])
    }

    /// Its members in the order of the table.
    fileprivate var withoutMissing: JSONValue {
        .object(
            Field.all.filter { $0.group == .card }.compactMap { field in
                self[field.name].map { .init(name: field.name, value: $0) }
            })
    }
}
