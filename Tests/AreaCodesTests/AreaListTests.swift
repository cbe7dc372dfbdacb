import Testing
import ThaiIDCard

@testable import AreaCodes

/// What the list holds, and how its areas are found by their codes.
@Suite struct AreaListTests {
    @Test func holdsAllOfTodayAndBefore() {
        let areas = AreaList.whole.rows
        func count(_ level: Area.Level, isAbolished: Bool) -> Int {
            areas.count { $0.level == level && $0.isAbolished == isAbolished }
        }
        #expect(count(.province, isAbolished: false) == 77)
        #expect(count(.district, isAbolished: false) == 928)
        #expect(count(.subdistrict, isAbolished: false) == 7436)
        #expect(areas.count { $0.isAbolished } == 1583)
    }

    @Test func everyAreaIsFoundByItsCodeAndLiesInItsParent() {
        let list = AreaList.whole
        for (place, row) in list.rows.enumerated() where list.place(of: String(row.code)) != place {
            Issue.record("\(row.code) is not found")
        }
        var seen = 0
        for province in list.places(in: nil) {
            for district in list.places(in: province) {
                for subdistrict in list.places(in: district) {
                    let codes = [province, district, subdistrict].map { String(list.rows[$0].code) }
                    if !codes[2].hasPrefix(codes[1]) || !codes[1].hasPrefix(codes[0]) {
                        Issue.record("\(codes) do not lie in one another")
                    }
                    seen += 1
                }
            }
        }
        #expect(seen == AreaCodes.subdistricts.count)
    }

    @Test func everySuccessorIsAnAreaOfToday() {
        let successors = Set(AreaCodes.subdistricts.flatMap(\.successors))
        #expect(successors.count > 900)
        #expect(successors.filter { AreaCodes.area($0)?.ended != nil || AreaCodes.area($0) == nil } == [])
    }

    @Test func namesOfACodeAreThoseOfItsBeginnings() {
        #expect(AreaCodes.path(to: "960202").map(\.words) == ["จังหวัดนราธิวาส", "อำเภอตากใบ", "ตำบลไพรวัน"])
        #expect(AreaCodes.path(to: "104703").map(\.words) == ["กรุงเทพมหานคร", "เขตบางนา", "แขวงบางนาใต้"])
        #expect(AreaCodes.path(to: "10").map(\.name.english) == ["Bangkok"])
        #expect(AreaCodes.path(to: "").isEmpty)
        for code in ["00", "109999", "1", "101", "1o", "๑๐", "1001011", "+1001"] {
            #expect(AreaCodes.area(code) == nil && AreaCodes.path(to: code).isEmpty, "\(code)")
        }
    }

    @Test func abolishedAreaNamesDayAndSuccessors() throws {
        let area = try #require(AreaCodes.area("104701"))
        #expect(area.name == Bilingual("บางนา", "Bang Na"))
        #expect(area.ended == CalendarDay(year: 2022, month: 4, day: 22))
        #expect(area.successors == ["104702", "104703"] && area.hasProvenSuccessors)
    }

    @Test(
        arguments: [
            ("อำเภอเกาะพะ", ["8405"]), ("เกาะพะงัน", ["8405", "840501"]), ("ko pha-ng", ["8405", "840501"]),
            ("จังหวัดภูเก็ต", ["83"]), ("เขตบางนา", ["1047"]), ("แขวงบางนาใ", ["104703"]), ("ไม่มีจริง", []),
        ] as [(String, [String])])
    func areasAreFoundByTheBeginningOfTheirNames(_ text: String, _ codes: [String]) {
        #expect(AreaCodes.areas(beginning: text).map(\.code) == codes)
    }
}
