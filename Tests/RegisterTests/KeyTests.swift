import CardRecord
import RecordSeal
import Register
import RegisterModel
import RegisterSQLite
import RegisterStore
import Testing
import ThaiIDCard

/// New keys, old copies.
@Suite struct KeyTests {
    private let office: Office
    private let cards = (0..<5).map { index in
        IDCard.invented(index) { $0.name("ทดสอบ\(index)", "ก", english: "T", "K") }
    }

    init() throws {
        office = try Office()
        for card in cards { try office.save(card) }
    }

    private func everybodyIsThere() throws {
        for (index, card) in cards.enumerated() {
            #expect(try office.shown(card).text("record", "card", "nameThai", "first") == "ทดสอบ\(index)")
            #expect(try office.ask(.findByName, ["name": .string("ทดสอบ\(index)")]).list("people").count == 1)
        }
    }

    @Test func aNewKeyOpensAllAndTheOldOneNothing() throws {
        let (old, new) = (office.root, RegisterKey())
        var looks = 0
        try office.register.rekey(to: new, by: Office.clerk) { _, _ in
            looks += (try? office.shown(cards[0])) == nil ? 0 : 1
        }
        #expect(looks > 0)
        try everybodyIsThere()
        #expect(throws: RegisterError(.keyWrong, old.id, new.id)) { try Register.open(office.store, root: old) }
        try office.reopen(new)
        try everybodyIsThere()
        #expect(try office.ask(.doctor)["rekeyUnfinished"] == .bool(false))
        #expect(try office.ask(.usage, ["citizenID": .string(cards[0].digits)]).list("usage").count > 1)
    }

    /// Ended after any of its steps, and gone on with.
    @Test(arguments: 0..<5) func aRekeyMayBeEndedAnywhere(_ writes: Int) throws {
        let (old, new, clock) = (office.root, RegisterKey(), office.clock)
        let failing = try Register.open(
            FailingStore(office.store, writes: writes), root: old, clock: { clock.now })
        do throws(RegisterError) {
            try failing.rekey(to: new, by: Office.clerk) { _, _ in }
        } catch {
            #expect(error.problem == .full)
        }
        guard writes > 0 else { return try everybodyIsThere() }
        try office.reopen(new)
        try everybodyIsThere()
        try office.save(.invented(8))
        try office.register.rekey(to: nil, by: Office.clerk) { _, _ in }
        try everybodyIsThere()
        #expect(try office.save(.invented(8)).text("outcome") == "known")
        #expect(try office.ask(.doctor)["rekeyUnfinished"] == .bool(false))
    }

    /// A program that still holds the old key must write nothing that nobody will be able to open.
    @Test func whoeverHoldsTheOldKeyWritesNothing() throws {
        let clock = office.clock
        let other = try Register.open(
            try office.anotherStore(), root: office.root, clock: { clock.now })
        try office.register.rekey(to: RegisterKey(), by: Office.clerk) { _, _ in }
        let record = IDCard.invented(9).record(at: Office.opening, id: nil, fields: Field.all)
        do throws(RegisterError) {
            _ = try other.perform(Request(.save, purpose: Office.service, ["record": record]), as: Office.clerk) { _ in
            }
            Issue.record("It was written under a key that is gone.")
        } catch {
            #expect(error.problem == .keyWrong)
        }
        do throws(RegisterError) {
            let request = Request(.show, purpose: Office.service, ["citizenID": .string(cards[0].digits)])
            _ = try other.perform(request, as: Office.clerk) { _ in }
            Issue.record("It was shown.")
        } catch {
            #expect(error.problem == .keyWrong)
        }
        try everybodyIsThere()
    }

    @Test func whoWasErasedSinceACopyIsErasedAgain() throws {
        let copy = try office.copyPeople()
        let id = try office.shown(cards[1]).text("person")
        office.clock.pass(seconds: 1)
        try office.ask(.erase, ["citizenID": .string(cards[1].digits), "reason": "ขอให้ลบ"])
        try office.save(.invented(9))
        try office.goBack(to: copy)
        let settlement = try office.register.settle(after: nil, by: Office.clerk)
        #expect((settlement.erased, settlement.keyless) == (1, 0))
        #expect(office.problem(.show, ["person": JSONValue(id)]) == .personNotFound)
        #expect(office.problem(.show, ["citizenID": .string(cards[1].digits)]) == .personNotFound)
        #expect(try office.shown(cards[2]).text("record", "card", "nameThai", "first") == "ทดสอบ2")
        #expect(try office.save(.invented(9)).text("outcome") == "new")
        #expect(throws: RegisterError(.erasedSince)) { try office.save(cards[1], at: Office.opening) }
        #expect(try office.register.settle(after: nil, by: Office.clerk).erased == 0)
    }

    /// A copy of the people from before a new key, with the newest keys: everybody is found by number again.
    @Test func aCopyFromBeforeANewKeyIsFoundIn() throws {
        let copy = try office.copyPeople()
        let new = RegisterKey()
        try office.register.rekey(to: new, by: Office.clerk) { _, _ in }
        try office.goBack(to: copy, root: new)
        _ = try office.register.settle(after: nil, by: Office.clerk)
        try everybodyIsThere()
        office.clock.pass(days: 1)
        for card in cards { #expect(try office.save(card).text("outcome") == "known") }
    }
}
