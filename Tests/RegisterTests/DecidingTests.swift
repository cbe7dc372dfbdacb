import CardRecord
import Register
import RegisterModel
import Testing
import ThaiIDCard

/// What people decide: corrections, links, conflicts.
@Suite struct DecidingTests {
    private let office: Office
    private let card = IDCard.invented()
    private let newer = IDCard.invented(1) { $0.name("ใหม่", "ตัวอย่าง", english: "Mai", "Tuayang") }

    init() throws {
        office = try Office()
        try office.save(card)
    }

    private func house(_ card: IDCard) throws -> String? {
        try office.shown(card).text("record", "card", "address", "houseNumber")
    }

    private func address(_ house: String) -> JSONValue {
        var moved = card
        moved.move(to: house)
        return moved.record(at: Office.opening, id: nil, fields: Field.rows(Field.address))["card"]?["address"] ?? .null
    }

    @Test func aCorrectionHoldsUntilItIsTakenBack() throws {
        let before = try house(card)
        let asked: JSONValue = .string(card.digits)
        office.clock.pass(seconds: 1)
        try office.ask(.correct, ["citizenID": asked, "field": "address", "value": address("77"), "reason": "ย้ายแล้ว"])
        #expect(try house(card) == "77")
        let source = try office.shown(card).list("sources").first { $0.text("kind") == "correction" }
        #expect(source?.text("reason") == "ย้ายแล้ว")
        #expect(source?.text("officer") == Office.clerk)
        office.clock.pass(seconds: 1)
        try office.ask(.correct, ["citizenID": asked, "field": "address", "remove": .bool(true), "reason": "ผิด"])
        #expect(try house(card) == before)
        #expect(
            office.problem(.correct, ["citizenID": asked, "field": "address", "remove": .bool(true), "reason": "ผิด"])
                == .entryNotFound)
    }

    @Test func aNewerCardEndsACorrection() throws {
        try office.ask(
            .correct,
            ["citizenID": .string(card.digits), "field": "address", "value": address("77"), "reason": "ย้ายแล้ว"])
        office.clock.pass(days: 1)
        try office.save(card)
        #expect(try house(card) == "77")
        var moved = card
        moved.issue("2026-03-03", request: 2)
        moved.move(to: "8")
        office.clock.pass(days: 1)
        try office.save(moved)
        #expect(try house(card) == "8")
    }

    @Test func aCorrectedNameIsFound() throws {
        var other = card
        other.name("แก้ไข", "ตัวอย่าง", english: "Kaekhai", "Tuayang")
        let value = other.record(at: Office.opening, id: nil, fields: Field.rows(Field.nameThai))["card"]?["nameThai"]
        try office.ask(
            .correct, ["citizenID": .string(card.digits), "field": "nameThai", "value": value, "reason": "สะกดผิด"])
        #expect(try office.ask(.findByName, ["name": "แก้ไข"]).list("people").count == 1)
    }

    @Test func whatNoCardCouldSayIsNoCorrection() throws {
        let asked: JSONValue = .string(card.digits)
        for (field, value) in [("address", "x"), ("citizenID", "1000000000009"), ("issueDate", .null)]
            as [(String, JSONValue)]
        {
            #expect(
                office.problem(.correct, ["citizenID": asked, "field": .string(field), "value": value, "reason": "ก"])
                    == .badArgument)
        }
        #expect(office.problem(.correct, ["citizenID": asked, "field": "sex", "value": .null]) == .badArgument)
    }

    @Test func anOldNumberFindsTheNewPerson() throws {
        try office.save(newer)
        let (old, new) = (try office.shown(card).text("person"), try office.shown(newer).text("person"))
        try office.ask(.link, ["old": JSONValue(old), "new": JSONValue(new), "reason": "ได้สัญชาติ"])
        #expect(try office.shown(card).text("person") == new)
        #expect(try office.shown(card).texts("replaces") == [old])
        #expect(
            try office.ask(.findByNumber, ["citizenID": .string(card.digits)]).list("people").map { $0.text("person") }
                == [new])
        // An old name finds whom it was, once.
        #expect(try office.ask(.findByName, ["name": "ทดสอบ"]).list("people").map { $0.text("person") } == [new])
        #expect(try office.ask(.findByName, ["name": "ตัวอย่าง"]).list("people").map { $0.text("person") } == [new])
        #expect(office.problem(.link, ["old": JSONValue(new), "new": JSONValue(old), "reason": "x"]) == .keptApart)
        #expect(office.problem(.link, ["old": JSONValue(new), "new": JSONValue(new), "reason": "x"]) == .keptApart)
        office.clock.pass(seconds: 1)
        try office.ask(.unlink, ["person": JSONValue(old), "reason": "ผิดคน"])
        #expect(try office.shown(card).text("person") == old)
        #expect(try office.shown(newer).texts("replaces").isEmpty)
        office.clock.pass(seconds: 1)
        try office.ask(.link, ["old": JSONValue(old), "new": JSONValue(new), "reason": "ถูกคน"])
        #expect(try office.shown(card).text("person") == new)
        #expect(try office.ask(.history, ["citizenID": .string(card.digits)]).list("links").count == 2)
    }

    /// Everything that is held of somebody, and who looked, goes over all of their numbers.
    @Test func whatIsHeldOfThemIsOfAllTheirNumbers() throws {
        try office.save(newer)
        let (old, new) = (try office.shown(card).text("person"), try office.shown(newer).text("person"))
        try office.ask(.link, ["old": JSONValue(old), "new": JSONValue(new), "reason": "ได้สัญชาติ"])
        let copy = try office.ask(.subject, ["citizenID": .string(card.digits)])
        let numbers = copy.list("observations").map { $0.text("record", "card", "citizenID") }
        #expect(Set(numbers) == [card.digits, newer.digits])
        #expect(copy.list("visits").count == 2)
        let acts = try office.ask(.usage, ["citizenID": .string(newer.digits)]).list("usage").map { $0.text("act") }
        #expect(acts == ["subject", "link", "show", "show", "save", "save"])
    }

    @Test func whoeverWasLinkedIsErasedWhole() throws {
        try office.save(newer)
        let (old, new) = (try office.shown(card).text("person"), try office.shown(newer).text("person"))
        try office.ask(.link, ["old": JSONValue(old), "new": JSONValue(new), "reason": "ได้สัญชาติ"])
        try office.ask(.erase, ["citizenID": .string(card.digits), "reason": "ขอให้ลบ"])
        for name in ["ใหม่", "ทดสอบ"] {
            #expect(try office.ask(.findByName, ["name": .string(name)]).list("people").isEmpty)
        }
        for id in [old, new] { #expect(office.problem(.show, ["person": JSONValue(id)]) == .personNotFound) }
        #expect(office.problem(.unlink, ["person": JSONValue(old), "reason": "x"]) == .personNotFound)
    }

    /// A card of the same number with another name and another birth date.
    private var stranger: IDCard {
        IDCard.invented(5) {
            $0.name("คนอื่น", "ต่างหาก", english: "Khonuen", "Tanghak")
            $0.birthDate = .value(PartialDate(raw: "25200101"))
            $0.issue("2026-01-05", request: 9)
        }.with(number: card)
    }

    @Test(arguments: [true, false])
    func aConflictChangesNothingUntilSomebodyDecides(_ accepts: Bool) throws {
        office.clock.pass(days: 1)
        #expect(try office.save(stranger).texts("flags").contains("identity-conflict"))
        #expect(try office.shown(card).text("record", "card", "nameThai", "first") == "ทดสอบ")
        let conflicts = try office.ask(.conflicts).list("conflicts")
        #expect(conflicts.map { $0.text("other", "nameThai", "first") } == ["คนอื่น"])
        office.clock.pass(seconds: 1)
        let observation = JSONValue(conflicts.first?.text("observation"))
        try office.ask(.conflicts, ["observation": observation, "accept": .bool(accepts), "reason": "ถามแล้ว"])
        #expect(try office.shown(card).text("record", "card", "nameThai", "first") == (accepts ? "คนอื่น" : "ทดสอบ"))
        #expect(try office.ask(.findByName, ["name": "คนอื่น"]).list("people").count == (accepts ? 1 : 0))
        #expect(try office.ask(.conflicts).list("conflicts").isEmpty)
        #expect(try !office.shown(card).texts("flags").contains("identity-conflict"))
        // Whoever decided wrongly can decide again.
        office.clock.pass(seconds: 1)
        try office.ask(.conflicts, ["observation": observation, "accept": .bool(!accepts), "reason": "ถามอีกครั้ง"])
        #expect(try office.shown(card).text("record", "card", "nameThai", "first") == (accepts ? "ทดสอบ" : "คนอื่น"))
    }

    @Test func onlyAConflictCanBeDecided() throws {
        let id = try office.shown(card).text("person")
        #expect(office.problem(.conflicts, ["observation": JSONValue(id), "reason": "x"]) == .entryNotFound)
    }
}
