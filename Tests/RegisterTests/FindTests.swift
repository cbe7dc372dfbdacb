import CardRecord
import Register
import RegisterModel
import Testing
import ThaiIDCard

/// Who is found, and what is shown of whom.
@Suite struct FindTests {
    private let office: Office
    private let card = IDCard.invented(1) {
        $0.name("สมมุติ", "เกษตรตัวอย่าง", english: "Sommut", "Kasettuayang")
        $0.birthDate = .value(PartialDate(raw: "25330415"))
        $0.address = .value(
            Address([
                .houseNumber: "1", .subdistrict: "แขวงพระบรมมหาราชวัง", .district: "เขตพระนคร",
                .province: "กรุงเทพมหานคร",
            ]))
    }

    init() throws {
        office = try Office()
        try office.save(card)
        try office.save(.invented(2) { $0.name("เกษม", "ทดสอบ", english: "Kasem", "Thotsop") })
        try office.save(
            .invented(3) {
                $0.name("ขวัญ", "ทดสอบ", english: "Khwan", "Thotsop")
                $0.birthDate = .value(PartialDate(raw: "25010000"))
            })
    }

    private func found(_ arguments: KeyValuePairs<String, JSONValue?>) throws -> [String] {
        try office.ask(.findByName, arguments).list("people").compactMap { $0.text("nameThai", "first") }
    }

    @Test func byNumber() throws {
        let people = try office.ask(.findByNumber, ["citizenID": .string(card.digits)]).list("people")
        #expect(people.map { $0.text("nameThai", "first") } == ["สมมุติ"])
        #expect(people[0].text("citizenID") == card.citizenID.value?.masked)
        #expect(try office.ask(.findByNumber, ["citizenID": "1000000000009"]).list("people").isEmpty)
        #expect(office.problem(.findByNumber, ["citizenID": "12"]) == .badArgument)
    }

    @Test func byAnyPartOfAName() throws {
        #expect(try found(["name": "มมุ"]) == ["สมมุติ"])
        #expect(try found(["name": "ตัวอย่าง"]) == ["สมมุติ"])
        #expect(try found(["name": "asettuay"]) == ["สมมุติ"])
        #expect(try found(["name": "นายสมมุติ เกษตร"]) == ["สมมุติ"])
        #expect(try found(["name": "ไม่มีใคร"]) == [])
    }

    @Test func bySound() throws {
        #expect(try found(["name": "สมมุด"]) == [])
        #expect(try found(["name": "สมหมุติ", "like": .bool(true)]) == [])
        #expect(try found(["name": "ศมมุติ"]) == [])
        #expect(try found(["name": "ศมมุติ", "like": .bool(true)]) == ["สมมุติ"])
    }

    @Test func byBirthAndArea() throws {
        #expect(try found(["born": "2533-04"]) == ["สมมุติ", "เกษม"])
        #expect(try found(["born": "2501-07"]) == ["ขวัญ"])
        #expect(try found(["area": "100101"]) == ["สมมุติ"])
        #expect(try found(["area": "50"]) == [])
        #expect(office.problem(.findByName) == .badArgument)
        #expect(office.problem(.findByName, ["born": "x"]) == .badArgument)
    }

    /// As a Thai dictionary has it: by code points ขวัญ would come before เกษม.
    @Test func inThaiOrder() throws {
        #expect(try found(["name": "ทดสอบ"]) == ["เกษม", "ขวัญ"])
        #expect(try office.ask(.findByName, ["name": "ท", "limit": .integer(1)])["complete"] == .bool(false))
    }

    @Test func aChangedNameIsFoundAndTheOldOneIsNot() throws {
        office.clock.pass(days: 1)
        var renamed = card
        renamed.issue("2026-02-01", request: 2)
        renamed.name("ใหม่", "เกษตรตัวอย่าง", english: "Mai", "Kasettuayang")
        try office.save(renamed)
        #expect(try found(["name": "ใหม่"]) == ["ใหม่"])
        #expect(try found(["name": "สมมุติ"]) == [])
    }

    @Test func numbersAreMaskedUntilSomebodyAsks() throws {
        let asked: JSONValue = .string(card.digits)
        let masked = try office.ask(.show, ["citizenID": asked])
        #expect(masked.text("record", "card", "citizenID") == card.citizenID.value?.masked)
        #expect(!masked.line.contains(card.digits))
        #expect(try office.shown(card).text("record", "card", "citizenID") == card.digits)
        let fields = try office.ask(.show, ["citizenID": asked, "fields": ["nameThai"]])
        #expect(fields["record"]?["card"]?["address"] == nil)
        #expect(fields.text("record", "card", "nameThai", "last") == "เกษตรตัวอย่าง")
    }

    @Test func whatWasKnownOnADay() throws {
        office.clock.set("2026-03-10T09:00:00+07:00")
        var renamed = card
        renamed.issue("2026-03-01", request: 2)
        renamed.name("ใหม่", "เกษตรตัวอย่าง", english: "Mai", "Kasettuayang")
        try office.save(renamed)
        let asked: JSONValue = .string(card.digits)
        func name(on day: String) throws -> String? {
            try office.ask(.show, ["citizenID": asked, "at": .string(day)]).text("record", "card", "nameThai", "first")
        }
        #expect(try name(on: "2026-03-09") == "สมมุติ")
        #expect(try name(on: "2026-03-10") == "ใหม่")
        #expect(office.problem(.show, ["citizenID": asked, "at": "2026-03-01"]) == .personNotFound)
        let change = try office.ask(.changes, ["citizenID": asked]).list("changes").first {
            $0.text("field") == "nameThai"
        }
        #expect(change?.text("before", "first") == "สมมุติ")
        #expect(change?.text("after", "first") == "ใหม่")
        #expect(change?.text("valid") == "2026-03-01")
        #expect(change?.text("known") == "2026-03-10T09:00:00+07:00")
    }
}
