import Foundation
import TestSupport
import Testing
import ThaiIDCard

/// Eight digits, Buddhist year first, zeros for what is unknown.
@Suite struct PartialDateTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let raw: String
        let precision: PartialDate.Precision
        var iso: String?
        var isImpossible = false
        var testDescription: String { "‘\(raw)’" }
    }

    @Test(arguments: [
        Case(raw: "25330415", precision: .day, iso: "1990-04-15"),
        Case(raw: "25330400", precision: .month, iso: "1990-04"),
        Case(raw: "25330000", precision: .year, iso: "1990"),
        // That there is no end is said of an expiry alone.
        Case(raw: "99999999", precision: .unknown, isImpossible: true),
        Case(raw: "00000000", precision: .unknown),
        // 29 February is judged in the Gregorian calendar: 2543 is 2000, 2443 is 1900.
        Case(raw: "25430229", precision: .day, iso: "2000-02-29"),
        Case(raw: "25470229", precision: .day, iso: "2004-02-29"),
        Case(raw: "24430229", precision: .unknown, isImpossible: true),
        Case(raw: "25440229", precision: .unknown, isImpossible: true),
        Case(raw: "25330230", precision: .unknown, isImpossible: true),
        Case(raw: "25330431", precision: .unknown, isImpossible: true),
        Case(raw: "25331345", precision: .unknown, isImpossible: true),
        Case(raw: "25331301", precision: .unknown, isImpossible: true),
        Case(raw: "25330015", precision: .unknown, isImpossible: true),
        Case(raw: "25330432", precision: .unknown, isImpossible: true),
        Case(raw: "05430101", precision: .unknown, isImpossible: true),
        Case(raw: "05440101", precision: .day, iso: "0001-01-01"),
        Case(raw: "05440000", precision: .year, iso: "0001"),
        Case(raw: "00000415", precision: .unknown, isImpossible: true),
        Case(raw: "99991231", precision: .day, iso: "9456-12-31"),
        Case(raw: "99990000", precision: .year, iso: "9456"),
        Case(raw: "", precision: .unknown, isImpossible: true),
        Case(raw: "2533", precision: .unknown, isImpossible: true),
        Case(raw: "253304150", precision: .unknown, isImpossible: true),
        Case(raw: "2533041A", precision: .unknown, isImpossible: true),
        Case(raw: "-5330415", precision: .unknown, isImpossible: true),
        Case(raw: "2533 415", precision: .unknown, isImpossible: true),
        Case(raw: "๒๕๓๓๐๔๑๕", precision: .unknown, isImpossible: true),
        Case(raw: "๒๕", precision: .unknown, isImpossible: true),
    ])
    func dateSaysNoMoreThanTheCard(_ example: Case) {
        let date = PartialDate(raw: example.raw)
        #expect(date.raw == example.raw)
        #expect(date.precision == example.precision)
        #expect(date.iso == example.iso)
        #expect(date.isImpossible == example.isImpossible)
        #expect(date.buddhistYear == date.year.map { $0 + 543 })
    }

    @Test(arguments: ["99999999", "99991231", "99990000", "99990101", "99999900", "99990099"])
    func expiryOfTheLastYearHasNoEnd(_ raw: String) {
        let expiry = PartialDate(expiry: raw)
        #expect(expiry.precision == .lifelong && expiry.raw == raw)
        #expect(expiry.iso == nil && expiry.year == nil && !expiry.isImpossible)
    }

    @Test(arguments: ["25750414", "25750400", "25750000", "00000000", "99981231", "9999", "9999123A", ""])
    func anyOtherExpiryIsADateLikeOthers(_ raw: String) {
        #expect(PartialDate(expiry: raw) == PartialDate(raw: raw))
    }

    /// Every month and day of years that differ in kind, against another calendar.
    @Test(arguments: [2300, 2443, 2482, 2532, 2533, 2543, 2547, 2743])
    func datesAreThoseOfTheCalendar(_ buddhistYear: Int) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for month in 0...99 {
            for day in 0...99 {
                let raw = String(buddhistYear * 10_000 + month * 100 + day)
                let date = PartialDate(raw: raw)
                let year = buddhistYear - 543
                let exists = DateComponents(year: year, month: month, day: day).isValidDate(in: calendar)
                if exists {
                    #expect([date.year, date.month, date.day] == [year, month, day])
                    #expect(date.precision == .day)
                } else if day == 0, (1...12).contains(month) {
                    #expect([date.year, date.month, date.day] == [year, month, nil])
                    #expect(date.precision == .month)
                } else if day == 0, month == 0 {
                    #expect([date.year, date.month, date.day] == [year, nil, nil])
                    #expect(date.precision == .year)
                } else {
                    #expect([date.year, date.month, date.day] == [nil, nil, nil])
                    #expect(date.precision == .unknown && date.isImpossible)
                }
            }
        }
    }

    @Test(arguments: [
        ("25330415", [] as [String], false), ("99999999", ["date.impossible"], true), ("25330400", [], true),
        ("25330000", [], true),
        ("00000000", [], true), ("25331345", ["date.impossible"], true), ("2533", ["date.impossible"], true),
    ])
    func fieldIsPartialWhereADayIsMissing(_ text: String, _ warnings: [String], _ isPartial: Bool) throws {
        let reading = try FieldReading("birthDate", text)
        let date = PartialDate(raw: text)
        #expect(reading.card.birthDate == (isPartial ? .partial(date) : .value(date)))
        #expect(reading.warnings == warnings)
    }

    @Test(arguments: [0x20, 0x00] as [UInt8])
    func paddingAloneIsBlank(_ padding: UInt8) throws {
        let reading = try FieldReading("expiryDate", "", padding: padding)
        #expect(reading.card.expiryDate == .blank)
        #expect(reading.warnings == [])
    }

    @Test func anyBytesMakeADate() throws {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<2000 {
            let reading = try FieldReading("birthDate", random.bytes(8))
            if let date = reading.card.birthDate.value { #expect(date.iso == nil || date.raw.utf8.count == 8) }
        }
    }

    @Test func controlCharactersNeverCompleteADate() throws {
        let reading = try FieldReading("birthDate", Array("2533".utf8) + [0x07] + Array("041".utf8))
        #expect(reading.card.birthDate.value?.precision == .unknown)
        #expect(Set(reading.warnings) == ["text.control", "date.impossible"])
    }
}
