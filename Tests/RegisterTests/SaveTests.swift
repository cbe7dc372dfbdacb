import CardRecord
import Register
import RegisterModel
import RegisterSQLite
import RegisterStore
import Testing
import ThaiIDCard

/// What becomes of records that are saved.
@Suite struct SaveTests {
    @Test func aCardIsNewThenKnownThenChanged() throws {
        let office = try Office()
        let card = IDCard.invented()
        #expect(try office.save(card).text("outcome") == "new")
        office.clock.pass(days: 1)
        #expect(try office.save(card).text("outcome") == "known")
        office.clock.pass(days: 1)
        var moved = card
        moved.issue("2026-02-01", request: 2)
        moved.move(to: "7/7")
        let answer = try office.save(moved)
        #expect(answer.text("outcome") == "changed")
        #expect(answer.texts("changed").contains("address"))
        #expect(Set(answer.texts("flags")) == ["address-changed", "re-issued"])
        let history = try office.ask(.history, ["citizenID": .string(card.digits)])
        #expect(history.list("observations").count == 2)
        #expect(history.list("visits").count == 3)
    }

    @Test func aReadIsSavedOnceByItsName() throws {
        let office = try Office()
        let id = ReadID(milliseconds: 5)
        try office.save(.invented(), id: id)
        office.clock.pass(days: 1)
        #expect(try office.save(.invented(), at: Office.opening, id: id).text("outcome") == "again")
        #expect(try office.ask(.doctor).number("visits") == 1)
    }

    @Test func aRecordWithoutANameIsSavedOnceByWhatItSaysAndWhen() throws {
        let office = try Office()
        try office.save(.invented(), at: Office.opening, id: nil)
        #expect(try office.save(.invented(), at: Office.opening, id: nil).text("outcome") == "again")
        #expect(try office.save(.invented(), at: "2026-03-01T09:00:00+07:00", id: nil).text("outcome") == "known")
        #expect(try office.ask(.doctor).number("visits") == 2)
    }

    @Test func whatThePurposeDoesNotNeedIsNotKept() throws {
        let office = try Office()
        try office.ask(
            .purposeAdd, ["code": "names", "thai": "รายชื่อ", "days": .integer(10), "fields": ["nameThai"]])
        try office.save(.invented(), for: "names")
        let subject = try office.ask(.subject, ["citizenID": .string(IDCard.invented().digits)])
        guard case .object(let kept)? = subject["record"]?["card"] else {
            Issue.record("No card was kept.")
            return
        }
        #expect(Set(kept.map(\.name)) == ["citizenID", "nameThai", "issueDate"])
        let card = IDCard.invented()
        #expect(
            office.problem(.show, for: "names", ["citizenID": .string(card.digits), "fields": ["address"]])
                == .fieldNotAllowed)
    }

    @Test func aPhotoIsKeptOnceAndOnlyWhereItWasAskedFor() throws {
        let office = try Office()
        let card = IDCard.invented(photo: true)
        try office.save(card)
        #expect(try office.photos(of: card) == 0)
        for _ in 0..<2 {
            office.clock.pass(days: 1)
            try office.save(card, photo: true)
        }
        #expect(try office.photos(of: card) == 1)
    }

    @Test func whatIsNoRecordOfAPersonIsRefused() throws {
        let office = try Office()
        #expect(office.problem(.save, ["record": ["a": .integer(1)]]) == .badRecord)
        #expect(office.problem(.save) == .badRecord)
        var nobody = IDCard.invented()
        nobody.citizenID = .blank
        #expect(throws: (any Error).self) { try office.save(nobody) }
        #expect(try office.ask(.doctor).number("people") == 0)
    }

    @Test func aTypedPersonGivesWayToACard() throws {
        let office = try Office()
        let fields = Field.rows(Field.citizenID, Field.nameThai)
        var typed = IDCard.invented()
        typed.name("ผิด", "พลาด", english: "Phit", "Phlat")
        try office.save(typed, .add, fields: fields)
        #expect(try office.shown(typed).text("record", "card", "nameThai", "first") == "ผิด")
        office.clock.pass(days: 1)
        try office.save(.invented())
        office.clock.pass(days: 1)
        try office.save(typed, .add, fields: fields)
        #expect(try office.shown(typed).text("record", "card", "nameThai", "first") == "ทดสอบ")
        let history = try office.ask(.history, ["citizenID": .string(typed.digits)])
        #expect(history.list("observations").map { $0.text("kind") } == ["typed", "card"])
        #expect(history.list("observations")[0].text("typed", "reason") == "ลืมบัตร")
        #expect(history.list("observations")[0].text("typed", "officer") == Office.clerk)
    }

    /// Reading the same card for years keeps one observation, but the person current.
    @Test func aCardReadAgainKeepsThePersonCurrent() throws {
        let office = try Office()
        try office.save(.invented())
        office.clock.pass(days: 400)
        #expect(try office.currentNames() == 0)
        try office.save(.invented())
        #expect(try office.currentNames() == 1)
    }
}

extension Office {
    fileprivate func photos(of card: IDCard) throws -> Int {
        guard let text = try shown(card).text("person"), let id = RowID(text: text) else { return -1 }
        return try store.read { try $0.photos(of: id).count }
    }

    /// Of how many people the name is current.
    fileprivate func currentNames() throws -> Int? {
        try ask(.quality).list("fields").first { $0.text("field") == "nameThai" }?.number("current")
    }
}
