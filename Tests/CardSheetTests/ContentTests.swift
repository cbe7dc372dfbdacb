import CardFormats
import CardRecord
import SheetRequest
import Testing
import ThaiIDCard

@testable import CardSheet

/// What a sheet says.
@Suite struct ContentTests {
    private func content(
        _ changes: [JSONValue.Member] = [], source: String = "reader", states: JSONValue = [:],
        warnings: [String] = [], at: String = TestRecords.readAt, _ adjust: (inout SheetOptions) -> Void = { _ in }
    ) throws -> SheetContent {
        var options = try TestRecords.options()
        adjust(&options)
        let record = try TestRecords.record(changes, source: source, states: states, at: at, warnings: warnings)
        return SheetContent(record: record, options: options)
    }

    private func field(_ name: String, in content: SheetContent) -> Cell? {
        content.rows.joined().first { $0.name == name }
    }

    @Test func theUsualSectionsStandInOrder() throws {
        let names = try content().rows.joined().map(\.name)
        #expect(
            names == [
                "citizenID", "nameThai", "nameEnglish", "birthDate", "issueDate", "expiryDate", "address", "issuer",
                "requestNumber",
            ])
    }

    @Test func theCitizenIDIsGroupedOrMasked() throws {
        #expect(field("citizenID", in: try content())?.value == "1 0000 00000 00 9")
        #expect(field("citizenID", in: try content { $0.isMasked = true })?.value == "x-xxxx-xxxxx-00-9")
        let masked = try content([TestRecords.member("citizenID", "x-xxxx-xxxxx-00-9")])
        #expect(field("citizenID", in: masked)?.value == "x-xxxx-xxxxx-00-9")
    }

    @Test func noMaskedSheetShowsAnOfficer() throws {
        let said = try content { $0.isMasked = true }.rows.joined().map { $0.value + ($0.note ?? "") }.joined()
        #expect(!said.contains("3000000000005"))
        #expect(!said.contains("1000000000009"))
    }

    @Test(arguments: [
        ("25330415", "15 เมษายน 2533", "ค.ศ. 1990"), ("25330400", "เมษายน 2533", "ค.ศ. 1990 · ไม่ทราบวันที่"),
        ("25330000", "พ.ศ. 2533", "ค.ศ. 1990 · ไม่ทราบวันและเดือน"), ("25331345", "25331345", "ไม่มีวันนี้ในปฏิทิน"),
    ])
    func datesStandInBothCalendars(_ raw: String, _ value: String, _ note: String) throws {
        let cell = try #require(
            field("birthDate", in: try content([TestRecords.member("birthDate", TestRecords.date(raw))])))
        #expect(cell.value == value)
        #expect(cell.note == note)
    }

    @Test(arguments: [
        (SheetLanguage.thai, "15 เมษายน 2533", "ค.ศ. 1990"), (.english, "15 April 1990", "B.E. 2533"),
        (.both, "15 เมษายน 2533", "15 April 1990"),
    ])
    func theOtherCalendarIsTheOtherLanguages(_ language: SheetLanguage, _ value: String, _ note: String) throws {
        let cell = try #require(field("birthDate", in: try content { $0.language = language }))
        #expect([cell.value, cell.note] == [value, note])
    }

    @Test(arguments: [
        ("25750414", nil), ("25650414", "ค.ศ. 2022 · หมดอายุแล้ว"), ("99999999", nil), ("25691123", nil),
        ("25691122", "ค.ศ. 2026 · หมดอายุแล้ว"),
    ])
    func anExpiredCardSaysSo(_ raw: String, _ note: String?) throws {
        let issue = TestRecords.member("issueDate", TestRecords.date("25560601"))
        let content = try content([TestRecords.member("expiryDate", TestRecords.date(raw)), issue])
        let cell = try #require(field("expiryDate", in: content))
        let isExpired = note != nil
        if let note { #expect(cell.note == note) }
        #expect(cell.isNoteStrong == isExpired)
        #expect(content.notices.contains(SheetWords.cardExpired) == isExpired)
        #expect(raw != "99999999" || cell.value == "ตลอดชีพ")
    }

    /// Whichever of the two clocks it is; and no card expires by it.
    @Test func aClockInTheBuddhistEraIsNoticed() throws {
        let buddhist = "2569-11-23T09:41:07+07:00"
        let expiry = [TestRecords.member("expiryDate", TestRecords.date("25750414"))]
        let read = try content(expiry, at: buddhist)
        #expect(read.notices == [SheetWords.clockBuddhist])
        #expect(try #require(field("expiryDate", in: read)).isNoteStrong == false)
        let expired = [TestRecords.member("expiryDate", TestRecords.date("25691122"))]
        #expect(try content(expired, at: buddhist).notices == [SheetWords.clockBuddhist, SheetWords.cardExpired])
        let moment = try #require(Moment(iso: buddhist))
        #expect(try content { $0.at = moment }.notices == [SheetWords.clockBuddhist])
        #expect(try content(at: "2399-12-31T09:41:07+07:00") { $0.sections = [.names] }.notices == [])
    }

    @Test func aWrongCheckDigitIsNoticed() throws {
        #expect(try content().notices == [])
        let wrong = try content([TestRecords.member("citizenID", "1000000000000")])
        #expect(wrong.notices == [SheetWords.checkDigit])
    }

    @Test func aMaskedNumberKeepsItsNotice() throws {
        let masked = TestRecords.member("citizenID", "x-xxxx-xxxxx-00-0")
        #expect(try content([masked], warnings: ["citizenID.checkDigit"]).notices == [SheetWords.checkDigit])
        #expect(try content([masked]).notices == [])
    }

    @Test func whatIsNotShownIsNotNoticed() throws {
        let odd = [
            TestRecords.member("citizenID", "1000000000000"),
            TestRecords.member("issueDate", TestRecords.date("25560601")),
            TestRecords.member("expiryDate", TestRecords.date("25650414")),
            TestRecords.member("issuer", "ตัวอย่าง\u{FFFD}"),
        ]
        #expect(try content(odd).notices.count == 3)
        #expect(try content(odd, states: ["address": "failed"]) { $0.sections = [.names] }.notices == [])
    }

    @Test func unreadableTextAndFieldsAreNoticed() throws {
        let undefined = try content([TestRecords.member("issuer", "ตัวอย่าง\u{FFFD}")])
        #expect(undefined.notices == [SheetWords.textUndefined])
        let failed = try content(states: ["issuer": "failed", "photo": "failed"])
        #expect(failed.notices.map(\.english) == ["Could not be read: Issued at"])
        #expect(field("issuer", in: failed)?.value == "(อ่านไม่ได้)")
    }

    @Test func whatWasNotReadFromACardSaysSo() throws {
        #expect(try content(source: "virtual").notices == [SheetWords.virtualCard])
        #expect(try content(source: "replay").notices == [SheetWords.replayedCard])
    }

    @Test func anOfficerConfirmsAReadingOnlyWhereACardWasRead() throws {
        for (source, statement) in [
            ("reader", SheetWords.officerStatement), ("replay", SheetWords.unseenStatement),
            ("virtual", SheetWords.unseenStatement),
        ] {
            #expect(
                try content(source: source).signers.map(\.statement) == [SheetWords.holderStatement, statement])
        }
    }

    @Test func theCodeHoldsNothingOfTheCard() throws {
        #expect(
            try content().code
                == "THAIID-SHEET/1\nTEST-0001\n2026-11-23T09:42:30+07:00\nสมัครสมาชิกห้องสมุด")
    }

    @Test func hostileTextIsMadeHarmless() throws {
        let hostile = try content([
            TestRecords.member("issuer", "<b>\u{1B}[31m\u{202E}ab\u{0}</b>&amp;")
        ])
        #expect(field("issuer", in: hostile)?.value == "<b>\u{FFFD}[31m\u{FFFD}ab\u{FFFD}</b>&amp;")
    }
}
