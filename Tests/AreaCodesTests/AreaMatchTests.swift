import AreaCodes
import Testing
import ThaiIDCard

/// Three names of an address, looked up together.
@Suite struct AreaMatchTests {
    private static let today = CalendarDay(year: 2026, month: 11, day: 23)

    private static func match(_ words: [String], on day: CalendarDay? = today) -> AreaMatch {
        AreaCodes.match(province: words[2], district: words[1], subdistrict: words[0], on: day)
    }

    private static func words(of area: Area) -> [String] { AreaCodes.path(to: area.code).reversed().map(\.words) }

    @Test func everySubdistrictOfTodayIsFoundByItsWords() {
        let areas = AreaCodes.subdistricts.filter { $0.ended == nil }
        #expect(areas.count == 7436)
        for area in areas {
            let slots = zip([Address.Slot.subdistrict, .district, .province], Self.words(of: area))
            let address = Address(Dictionary(uniqueKeysWithValues: slots.map { ($0, $1) }))
            if AreaCodes.match(address, on: Self.today) != .current(area) {
                Issue.record("\(area.code) \(address.full)")
            }
        }
    }

    @Test func everySubdistrictOfTodayIsFoundByItsBareNames() {
        for area in AreaCodes.subdistricts where area.ended == nil {
            let names = AreaCodes.path(to: area.code).reversed().map(\.name.thai)
            if Self.match(names) != .current(area) { Issue.record("\(area.code) \(names)") }
        }
    }

    /// Of areas of the same words that of today is found, then the one that ended last.
    @Test func everyAbolishedSubdistrictIsFoundUntilItsEnd() throws {
        let all = Dictionary(grouping: AreaCodes.subdistricts, by: Self.words)
        var count = 0
        for (words, areas) in all {
            let ends = areas.compactMap(\.ended).map(\.number)
            count += ends.count
            if let current = areas.first(where: { $0.ended == nil }) {
                for end in ends where Self.match(words, on: CalendarDay(number: end - 1)) != .current(current) {
                    Issue.record("\(current.code) \(words)")
                }
            } else {
                let last = try #require(ends.max())
                let (before, after) = (CalendarDay(number: last - 1), CalendarDay(number: last))
                let (first, second) = (Self.match(words, on: before), Self.match(words, on: after))
                guard case .abolished(let area) = first, areas.contains(area), area.ended == after,
                    second == .ended(area)
                else {
                    Issue.record("\(words): \(first), \(second)")
                    continue
                }
            }
        }
        #expect(count == 1503)
    }

    @Test func areaThatIsNoMoreCountsAsOneThatWasWhereTheDayIsUnknown() {
        #expect(Self.match(["แขวงบางนา", "เขตบางนา", "กรุงเทพมหานคร"], on: nil).code == "104701")
        guard case .abolished = Self.match(["แขวงบางนา", "เขตบางนา", "กรุงเทพมหานคร"], on: nil) else {
            Issue.record("It is taken for one that had ended.")
            return
        }
    }

    @Test(
        arguments: [
            ["ตำบลสุไหงโกลก", "อำเภอสุไหงโก-ลก", "จังหวัดนราธิวาส"], ["ต.สุไหงโก-ลก", "อ.สุไหงโก-ลก", "จ.นราธิวาส"],
            ["ตำบล สุไหงโก-ลก", "อำเภอ สุไหงโก-ลก", " จังหวัด นราธิวาส"],
        ])
    func namesAreFoundHoweverTheirMarksAndLabelsStand(_ words: [String]) {
        #expect(Self.match(words).code == "961001")
    }

    @Test(
        arguments: [
            (["แขวงบางนาใต้", "เขตบางนา", "กทม."], "104703"), (["แขวงบางนาใต้", "เขตบางนา", "กรุงเทพฯ"], "104703"),
            (["ตำบลปอภาร", "อำเภอเมืองร้อยเอ็ด", "จังหวัดร้อยเอ็ด"], "450109"),
            (["ตำบลปอภาร (ปอพาน)", "อำเภอเมือง", "จังหวัดร้อยเอ็ด"], "450109"),
            (["ตำบลจ.ป.ร.", "อำเภอกระบุรี", "จังหวัดระนอง"], "850406"),
            (["ตำบลเวียง", "กิ่งอำเภอเมืองพะเยา", "จังหวัดพะเยา"], "560101"),
            (["ตำบลนํ้าโสม", "อำเภอน้ำโสม", "จังหวัดอุดรธานี"], "411802"),
            (["ตำบลเเม่ต๋ำ", "อำเภอเมืองพะเยา", "จังหวัดพะเยา"], "560102"),
        ] as [([String], String?)])
    func oddSpellingsAreFound(_ words: [String], _ code: String?) {
        #expect(Self.match(words).code == code)
    }

    @Test func whatDoesNotBelongTogetherIsNamed() {
        #expect(Self.match(["ตำบลเวียง", "อำเภอตากใบ", "จังหวัดนราธิวาส"]) == .mismatch(.subdistrict))
        #expect(Self.match(["ตำบลเวียง", "อำเภอตากใบ", "จังหวัดพะเยา"]) == .mismatch(.district))
        #expect(Self.match(["ตำบลเวียง", "อำเภอเมือง", "กรุงเทพมหานคร"]) == .mismatch(.district))
    }

    @Test func whatIsNowhereIsNamed() {
        #expect(Self.match(["ตำบลตัวอย่าง", "อำเภอตากใบ", "จังหวัดนราธิวาส"]) == .unknown(.subdistrict))
        #expect(Self.match(["ตำบลเวียง", "อำเภอตัวอย่าง", "จังหวัดนราธิวาส"]) == .unknown(.district))
        #expect(Self.match(["ตำบลเวียง", "อำเภอตากใบ", "จังหวัดตัวอย่าง"]) == .unknown(.province))
    }

    @Test func addressWithoutOneOfThemIsIncomplete() {
        for left in [Address.Slot.subdistrict, .district, .province] {
            var slots: [Address.Slot: String] = [
                .subdistrict: "ตำบลเวียง", .district: "อำเภอเมืองพะเยา", .province: "จังหวัดพะเยา",
            ]
            slots[left] = nil
            #expect(AreaCodes.match(Address(slots), on: Self.today) == .incomplete)
        }
        #expect(Self.match(["", " ", "-"]) == .incomplete)
    }
}
