import CardFormats
import CardRecord
import Testing
import ThaiIDCard

@testable import DeskScreen

@Suite struct DeskLayoutTests {
    static let models: [DeskModel] = [
        TestDesk.model(), TestDesk.model(.attached(reader: "A")),
        TestDesk.model(.inserted(reader: "A"), .progress(reader: "A", share: 0.4, text: nil)),
        TestDesk.model(
            .read(reader: "A", TestDesk.record()),
            .failed(reader: "B", problem: "ปัญหา", remedy: "วิธีแก้", outlasts: false),
            .detached(reader: "น้ำ漢字"), .day(at: "2026-11-23T09:41:07+07:00", outcome: "read", sheet: "12"),
            .done(reader: "A", read: TestDesk.reads[0], text: "saved", isGood: true)),
    ]

    @Test(arguments: models)
    func everyScreenIsFilledToItsEdges(_ model: DeskModel) {
        for columns in [1, 2, 5, 20, 39, 60, 80, 131] {
            for rows in [1, 2, 5, 9, 12, 16, 24, 40] {
                let picture = DeskLayout(words: TestDesk.words, showsPortraits: true)
                    .picture(of: model, columns: columns, rows: rows)
                #expect(picture.lines.count == rows, "\(columns) × \(rows)")
                #expect(picture.lines.allSatisfy { $0.columns == columns }, "\(columns) × \(rows)")
                for place in picture.portraits {
                    #expect(place.row >= 1 && place.row + place.rows < rows && place.column + place.columns < columns)
                }
            }
        }
    }

    @Test func aCardIsSeenAtAGlance() {
        let model = TestDesk.model(
            .inserted(reader: "Reader 1"), .read(reader: "Reader 1", TestDesk.record()),
            .done(reader: "Reader 1", read: TestDesk.reads[0], text: "saved", isGood: true),
            .done(reader: "Reader 1", read: TestDesk.reads[0], text: "not printed", isGood: false),
            .day(at: "2026-11-23T09:41:07+07:00", outcome: "read", sheet: "12"))
        #expect(
            TestDesk.lines(of: model) == [
                " TITLE" + String(repeating: " ", count: 68) + "LEAVE",
                "── Reader 1 " + String(repeating: "─", count: 68),
                " นายทดสอบ น้ำตัวอย่าง",
                " Mr. Thotsop Namtuayang",
                " 1 0000 00000 00 9",
                "",
                " วันเกิด     15 เมษายน 2533 (ค.ศ. 1990) · อายุ 36 ปี",
                " วันหมดอายุ  14 เมษายน 2575 (ค.ศ. 2032) · ยังไม่หมดอายุ",
                " ที่อยู่       99/1 ซอยตัวอย่าง 5 ถนนตัวอย่าง กรุงเทพมหานคร",
                "",
                " ✓ saved",
                " ✗ not printed",
            ] + Array(repeating: "", count: 8) + [
                "── DAY " + String(repeating: "─", count: 73), " 09:41  read · SHEET 12", "", "",
            ])
    }

    @Test func anExpiredCardIsSaidInWordsBelowItsNumberAndNowhereElse() {
        let lines = TestDesk.lines(of: TestDesk.model(.read(reader: "A", TestDesk.record(expiry: "25660414"))))
        #expect(lines[5] == " EXPIRED 14 เมษายน 2566 (ค.ศ. 2023)")
        #expect(!lines.dropFirst(6).contains { $0.contains("วันหมดอายุ") })
        let picture = DeskLayout(words: TestDesk.words, showsPortraits: false)
            .picture(of: TestDesk.model(.read(reader: "A", TestDesk.record(expiry: "25660414"))), columns: 80, rows: 24)
        #expect(picture.lines[5].runs.contains { $0.style == .alarm && $0.text.hasPrefix("EXPIRED") })
    }

    @Test func aCardWithoutEndAndOneThatEndsSoonAreSaidInWords() {
        let lifelong = TestDesk.lines(of: TestDesk.model(.read(reader: "A", TestDesk.record(expiry: "99999999"))))
        #expect(lifelong.contains(" วันหมดอายุ  ตลอดชีพ"))
        for (expiry, words) in [("25691123", "0 LEFT"), ("25691223", "30 LEFT")] {
            let soon = TestDesk.lines(of: TestDesk.model(.read(reader: "A", TestDesk.record(expiry: expiry))))
            #expect(soon.contains { $0.hasPrefix(" วันหมดอายุ") && $0.hasSuffix("· " + words) }, "\(soon)")
        }
        let later = TestDesk.lines(of: TestDesk.model(.read(reader: "A", TestDesk.record(expiry: "25691224"))))
        #expect(!later.contains { $0.contains("LEFT") })
    }

    @Test func whatIsOddIsSaidAndWhatIsBlankOrNotReadToo() {
        let record = TestDesk.record { card in
            card.citizenID = .value(CitizenID(ascii: Array("1000000000000".utf8))!)
            card.warnings = [Warning(.checkDigit, field: Field.citizenID.key)]
            card.nameEnglish = .blank
            card.address = .failed(.noAnswer)
        }
        let lines = TestDesk.lines(of: TestDesk.model(.read(reader: "A", record)))
        #expect(lines.contains { $0.hasPrefix(" NOTE: เลขประจำตัวประชาชน: ") })
        #expect(lines.contains { $0.hasPrefix(" ชื่อภาษาอังกฤษ") || $0.hasSuffix("(ว่างบนบัตร)") })
        #expect(lines.contains { $0.hasPrefix(" ที่อยู่") && $0.hasSuffix("(อ่านไม่ได้)") })
    }

    @Test func panesStandBesideEachOtherWhereThereIsRoomAndElseBelow() {
        let model = TestDesk.model(.attached(reader: "A"), .attached(reader: "B"), .attached(reader: "C"))
        func heads(_ columns: Int, _ rows: Int) -> [String] {
            TestDesk.lines(of: model, columns: columns, rows: rows).filter {
                $0.hasPrefix("── ") && !$0.contains("DAY")
            }
            .map { $0.filter { $0.isASCII && $0 != " " } }
        }
        #expect(heads(80, 24) == ["AB", "C"])
        #expect(heads(120, 24) == ["ABC"])
        #expect(heads(40, 24) == ["A", "B", "C"])
    }

    @Test func aSmallPaneKeepsNamesAndNumber() {
        let model = TestDesk.model(.read(reader: "A", TestDesk.record()), .attached(reader: "B"))
        let lines = TestDesk.lines(of: model, columns: 40, rows: 12)
        #expect(Array(lines[2...4]) == [" นายทดสอบ น้ำตัวอย่าง", " Mr. Thotsop Namtuayang", " 1 0000 00000 00 9"])
    }

    @Test func whereOneReaderOfTwoHasACardItHasMostOfTheRoom() {
        let model = TestDesk.model(.attached(reader: "A"), .read(reader: "B", TestDesk.record()))
        let lines = TestDesk.lines(of: model, columns: 40, rows: 16)
        #expect(lines.firstIndex { $0.hasPrefix("── B") } == 5)
        #expect(lines.contains { $0.hasSuffix("15 เมษายน 2533 (ค.ศ. 1990)") })
    }

    @Test func whatMustNotBeMissedStaysInTheSmallestPane() {
        let model = TestDesk.model(
            .read(reader: "A", TestDesk.record(expiry: "25660414")), .read(reader: "B", TestDesk.record()))
        let lines = TestDesk.lines(of: model, columns: 40, rows: 11)
        #expect(
            Array(lines[2...4]) == [" นายทดสอบ น้ำตัวอย่าง", " 1 0000 00000 00 9", " EXPIRED 14 เมษายน 2566 (ค.ศ. 2023)"])
    }

    @Test func textThatIsLeftOutLeavesAMark() {
        let record = TestDesk.record { $0.address = .value(Address(parts: ["ถนนตัวอย่าง ตำบลตัวอย่าง อำเภอตัวอย่าง"])) }
        let lines = TestDesk.lines(of: TestDesk.model(.read(reader: "A", record)), columns: 30, rows: 12)
        #expect(lines.contains { $0.hasSuffix("…") }, "\(lines)")
    }

    @Test func aDeedOfTheCardBeforeSaysSo() {
        let model = TestDesk.model(
            .inserted(reader: "A"), .read(reader: "A", TestDesk.record(read: 1)),
            .done(reader: "A", read: TestDesk.reads[0], text: "printed", isGood: true),
            .done(reader: "A", read: TestDesk.reads[1], text: "saved", isGood: true))
        let lines = TestDesk.lines(of: model)
        #expect(lines.contains(" ✓ (before) printed") && lines.contains(" ✓ saved"))
    }

    @Test func theDaysLogHasTheLastLines() {
        let model = TestDesk.model((10...59).map { .day(at: "2026-11-23T09:\($0):00+07:00", outcome: "n\($0)") })
        let lines = TestDesk.lines(of: model)
        #expect(lines.suffix(3) == [" 09:57  n57", " 09:58  n58", " 09:59  n59"])
    }

    @Test func whatWasAskedForBesidesIsShownBelow() {
        let fields = Field.all.filter { $0.key == Field.nameThai.key || $0.key == Field.issueDate.key }
        let lines = TestDesk.lines(of: TestDesk.model(.read(reader: "A", TestDesk.record(fields: fields))))
        #expect(lines.contains { $0.contains("1 มิถุนายน 2560") })
        let usual = TestDesk.lines(of: TestDesk.model(.read(reader: "A", TestDesk.record())))
        #expect(!usual.contains { $0.contains("1 มิถุนายน 2560") })
    }

    @Test func controlsOfAHostileReaderAreNotDrawn() {
        let lines = TestDesk.lines(of: TestDesk.model(.attached(reader: "\u{1B}]0;x\u{7}\u{202E}")))
        #expect(!lines.joined().unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }
}
