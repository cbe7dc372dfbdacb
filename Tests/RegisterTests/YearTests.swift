import CardRecord
import Foundation
import Register
import RegisterModel
import Testing
import ThaiIDCard

/// A year in an office: what the register knows at its end is what a plain model knows.
@Suite struct YearTests {
    /// `THAIID_YEAR_PEOPLE=200000 THAIID_YEAR_VISITS=1000000` for the promise in full; from a thousand on, the rekey is
    /// ended within its people.
    private static func size(_ name: String, _ usual: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual
    }

    @Test func aYearEndsAsAPlainModelSays() throws {
        let people = Self.size("THAIID_YEAR_PEOPLE", 300)
        var year = try Year(people: people, visits: Self.size("THAIID_YEAR_VISITS", people * 5 / 2), seed: 10)
        try year.pass()
        let (office, plain) = (year.office, year.plain)
        var differing = 0
        for number in year.numbers where try office.view(number) != plain.shown(number) {
            differing += 1
            Issue.record(
                "\(number): \(String(describing: try office.view(number))) is not \(String(describing: plain.shown(number)))"
            )
            if differing == 5 { return }
        }
        let gone = year.numbers.filter { plain.shown($0) == nil }.count
        #expect(gone > 0 && gone < year.numbers.count)
        let doctor = try office.ask(.doctor)
        #expect(doctor.number("visits") == plain.visits)
        #expect(doctor["rekeyUnfinished"] == .bool(false))
        let verified = try office.ask(.logVerify)
        #expect(verified["whole"] == .bool(true), "\(verified.line)")
        try namesFind(year)
        try visitsAreKept(year)
    }

    /// Everybody of a name is found by it, and nobody else.
    private func namesFind(_ year: Year) throws {
        for name in ["ทดสอบทดสอบ", "จำลองใหม่", "ต้นแบบฝึกหัด"] {
            let found = try year.office.ask(.findByName, ["name": .string(name), "limit": .integer(1_000)]).list(
                "people")
            let expected = Set(year.plain.people.keys.map(year.plain.survivor)).filter {
                year.plain.shown($0)?.first.contains(name) ?? false
            }
            let own = found.filter { $0.text("nameThai", "first")?.contains(name) ?? false }
            #expect(own.count == expected.count, "\(name)")
        }
    }

    private func visitsAreKept(_ year: Year) throws {
        for number in year.numbers.prefix(50) {
            guard let person = year.plain.people[number], person.replacedBy == nil else { continue }
            let visits = year.plain.numbers(of: number).flatMap { year.plain.people[$0]?.visits ?? [] }
            let copy = try year.office.ask(.subject, ["citizenID": .string(number)])
            #expect(copy.list("visits").count == visits.count)
        }
    }
}

extension Office {
    /// What is shown of somebody, as the plain model has it.
    fileprivate func view(_ number: String) throws -> PlainView? {
        let asked: JSONValue = .string(number)
        do throws(RegisterError) {
            let shown = try ask(.show, ["citizenID": asked])
            let changes = try ask(.changes, ["citizenID": asked]).list("changes").filter {
                $0.text("field") == "nameThai"
            }
            return PlainView(
                first: shown.text("record", "card", "nameThai", "first") ?? "",
                house: shown.text("record", "card", "address", "houseNumber") ?? "", flags: Set(shown.texts("flags")),
                names: changes.map { $0.text("after", "first") ?? "" })
        } catch {
            guard error.problem == .personNotFound else { throw error }
            return nil
        }
    }
}
