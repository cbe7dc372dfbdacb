import CardRecord
import Register
import RegisterModel
import RegisterSQLite
import RegisterStore
import Testing
import ThaiIDCard

/// What people have a right to: quality, who looked, all that is held, and to be gone.
@Suite struct KeepingTests {
    private let office: Office
    private let card = IDCard.invented()
    private var asked: JSONValue { .string(card.digits) }

    init() throws {
        office = try Office()
        try office.save(card)
    }

    @Test func qualityCountsFieldByField() throws {
        var blank = IDCard.invented(1)
        blank.nameEnglish = .blank
        blank.chip.serialNumber = card.chip.serialNumber
        var expired = IDCard.invented(2)
        expired.issue("2015-01-02", request: 3)
        try office.ask(
            .purposeAdd,
            ["code": "all", "thai": "ทั้งหมด", "days": .integer(9), "fields": .array(Field.all.map { .string($0.key) })])
        for card in [card, blank, expired] { try office.save(card, for: "all") }
        let answer = try office.ask(.quality)
        #expect(answer.number("people") == 3)
        let name = answer.list("fields").first { $0.text("field") == "nameEnglish" }
        #expect(name?.number("complete") == 2)
        #expect(name?.number("current") == 2)
        #expect(answer["checks"]?.number("chip-repeat") == 1)
        let work = try office.ask(.qualityList).list("work")
        #expect(
            work.contains {
                $0.text("person") == (try? office.shown(expired).text("person")) && $0["current"] == .bool(false)
            })
        let repeated = try office.ask(.qualityList, ["checks": ["chip-repeat"]]).list("work")
        #expect(repeated.map { $0.texts("checks") } == [["chip-repeat"]])
    }

    @Test func usageSaysWhoLookedAndWhy() throws {
        try office.ask(.show, ["citizenID": asked, "fields": ["nameThai"]])
        office.clock.pass(seconds: 5)
        try office.ask(.findByNumber, ["citizenID": asked])
        try office.save(.invented(1))
        let usage = try office.ask(.usage, ["citizenID": asked]).list("usage")
        #expect(usage.map { $0.text("act") } == ["find-by-number", "show", "save"])
        #expect(usage[1].texts("fields") == ["nameThai"])
        #expect(usage.allSatisfy { $0.text("receiver") == "สำนักงานตัวอย่าง" && $0.text("reason") == "บริการ" })
        #expect(usage.allSatisfy { $0.text("receiverNumber") == "0000000000000" && $0["account"] == nil })
        let again = try office.ask(.usage, ["citizenID": asked]).list("usage")
        #expect(again.first?.text("act") == "usage")
    }

    @Test func thePersonGetsAllThatIsHeld() throws {
        office.clock.pass(days: 1)
        try office.save(card, for: Office.survey)
        let copy = try office.ask(.subject, ["citizenID": asked])
        #expect(copy.text("record", "card", "citizenID") == card.digits)
        #expect(copy.list("observations").count == 1)
        #expect(copy.list("visits").count == 2)
        #expect(copy.list("visits")[0].text("keptUntil") == "2026-04-02T09:00:00+07:00")
        #expect(copy.list("usage").count == 2)
    }

    @Test func whoIsErasedIsGone() throws {
        let id = JSONValue(try office.shown(card).text("person"))
        let read = ReadID(milliseconds: 9)
        try office.save(.invented(7), id: read)
        office.clock.pass(days: 2)
        try office.ask(.erase, ["citizenID": asked, "reason": "ขอให้ลบ"])
        #expect(office.problem(.show, ["citizenID": asked]) == .personNotFound)
        #expect(office.problem(.show, ["person": id]) == .personNotFound)
        #expect(office.problem(.usage, ["person": id]) == .personNotFound)
        #expect(try office.ask(.findByName, ["name": "ทดสอบ"]).list("people").count == 1)
        #expect(try office.ask(.findByNumber, ["citizenID": asked]).list("people").isEmpty)
        #expect(try office.ask(.doctor).number("visits") == 2)
        // An older read does not bring them back, a newer one makes somebody new.
        #expect(throws: RegisterError(.erasedSince)) { try office.save(card, at: "2026-03-03T09:00:00+07:00") }
        office.clock.pass(days: 1)
        #expect(try office.save(card).text("outcome") == "new")
        #expect(JSONValue(try office.shown(card).text("person")) != id)
        #expect(try office.ask(.history, ["citizenID": asked]).list("visits").count == 1)
    }

    @Test func aReadThatWasSavedBeforeErasingBringsNobodyBack() throws {
        let read = ReadID(milliseconds: 9)
        let other = IDCard.invented(7)
        try office.save(other, id: read)
        office.clock.pass(days: 1)
        try office.ask(.erase, ["citizenID": .string(other.digits), "reason": "ขอให้ลบ"])
        #expect(try office.save(other, at: Office.opening, id: read).text("outcome") == "again")
        #expect(office.problem(.show, ["citizenID": .string(other.digits)]) == .personNotFound)
    }

    /// Erasing leaves neither key nor contents, in no row.
    @Test func nothingOfThemIsLeftInTheStore() throws {
        let card = IDCard.invented(3, photo: true)
        try office.save(card, photo: true)
        let id = try #require(RowID(text: try office.shown(card).text("person") ?? ""))
        try office.ask(
            .correct, ["citizenID": .string(card.digits), "field": "sex", "value": .null, "reason": "ก"])
        try office.ask(.erase, ["citizenID": .string(card.digits), "reason": "ขอให้ลบ"])
        let left = try office.store.read { tx in
            [
                try tx.personKey(id) == nil ? 0 : 1, try tx.observations(of: id).count, try tx.photos(of: id).count,
                try tx.corrections(of: id).count,
            ]
        }
        #expect(left == [0, 0, 0, 0])
        let (row, listed) = try office.store.read { tx in (try tx.person(id), try tx.erasures().count) }
        #expect(row?.citizenKey == nil && row?.state == .erased)
        #expect(listed == 2)
    }

    @Test func whoIsKeptForNothingAnyMoreGoes() throws {
        let (both, short) = (card, IDCard.invented(1))
        try office.save(both, for: Office.survey)
        try office.save(short, for: Office.survey)
        office.clock.pass(days: 30)
        #expect(try office.ask(.purge).number("people") == 0)
        office.clock.pass(days: 1)
        #expect(try office.ask(.purge, ["dryRun": .bool(true)]).number("people") == 1)
        #expect(office.problem(.show, ["citizenID": .string(short.digits)]) == nil)
        let purge = try office.ask(.purge)
        #expect(purge.number("people") == 1)
        #expect(purge["byPurpose"]?.number(Office.survey) == 1)
        #expect(office.problem(.show, ["citizenID": .string(short.digits)]) == .personNotFound)
        office.clock.pass(days: 334)
        #expect(try office.ask(.purge).number("people") == 0)
        office.clock.pass(days: 1)
        #expect(try office.ask(.purge).number("people") == 1)
        #expect(office.problem(.show, ["citizenID": asked]) == .personNotFound)
    }
}
