import CardTrace
import Invention
import Pseudonyms
import SmartCard
import Testing
import ThaiIDCard

/// What becomes of dates: others, as precise, in the same order.
@Suite struct PseudonymDatesTests {
    private func dates(_ birth: String, _ issue: String, _ expiry: String, key: UInt8) throws -> [PartialDate] {
        var card = InventedPeople(seed: 3, portraits: false)[1].card
        card.birthDate = .value(PartialDate(raw: birth))
        card.issueDate = .value(PartialDate(raw: issue))
        card.expiryDate = .value(PartialDate(raw: expiry))
        let key = try #require(PseudonymKey([UInt8](repeating: key, count: 16)))
        let trace = try Pseudonymiser(key: key).pseudonymise(RecordedPeople.trace(card.image()))
        let pseudonym = IDCard(trace.image)
        return [pseudonym.birthDate, pseudonym.issueDate, pseudonym.expiryDate].compactMap(\.value)
    }

    @Test(arguments: 1...12 as ClosedRange<UInt8>)
    func orderAndRuleStay(_ key: UInt8) throws {
        let dates = try dates("25330415", "25660601", "25750414", key: key)
        #expect(dates.map(\.precision) == [.day, .day, .day])
        #expect(dates[0].raw != "25330415" && dates[1].raw != "25660601" && dates[2].raw != "25750414")
        #expect(dates[0].raw < dates[1].raw && dates[1].raw < dates[2].raw)
        // The eve of a birthday.
        let eve = try #require(dates[2].day)
        let day = try #require(dates[0].day)
        #expect(day == 1 ? eve >= 28 : eve == day - 1)
    }

    @Test(arguments: ["25330400", "25330000", "00000000", "25331345", "25330230"])
    func precisionStays(_ raw: String) throws {
        let birth = try #require(try dates(raw, "25660601", "99999999", key: 1).first)
        #expect(birth.precision == PartialDate(raw: raw).precision)
        #expect(birth.isImpossible == PartialDate(raw: raw).isImpossible)
        #expect((birth.raw == raw) == (raw == "00000000"))
    }

    @Test func endlessStaysEndless() throws {
        #expect(try dates("24950310", "25651010", "99999999", key: 1).last?.precision == .lifelong)
    }
}
