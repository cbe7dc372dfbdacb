import CardRecord
import Register
import RegisterModel
import RegisterSQLite
import RegisterStore
import Testing
import ThaiIDCard

/// The log is written before anything is told, and holds.
@Suite struct LogTests {
    private let office: Office
    private let card = IDCard.invented()
    private var asked: JSONValue { .string(card.digits) }

    init() throws {
        office = try Office()
        try office.save(card)
    }

    @Test func whatIsNotLoggedIsNotShown() throws {
        let clock = office.clock
        let full = FailingStore(office.store, writes: 0)
        let register = try Register.open(full, root: office.root, clock: { clock.now })
        for request in [
            Request(.show, purpose: Office.service, ["citizenID": asked]),
            Request(.findByName, purpose: Office.service, ["name": "ทดสอบ"]), Request(.subject, ["citizenID": asked]),
        ] {
            #expect(throws: RegisterError(.logNotWritten)) {
                try register.perform(request, as: Office.clerk) { _ in Issue.record("A line was told.") }
            }
        }
        let export = Request(.export, purpose: Office.service)
        #expect(throws: RegisterError.self) {
            try register.perform(export, as: Office.clerk) { _ in Issue.record("A line was told.") }
        }
    }

    /// Lines come after the log has what they are.
    @Test func anExportIsInTheLogBeforeItsFirstLine() throws {
        let clock = office.clock
        let other = try Register.open(try office.anotherStore(), root: office.root, clock: { clock.now })
        var before: Int?
        _ = try office.register.perform(Request(.export, purpose: Office.service), as: Office.clerk) {
            _ throws(RegisterError) in
            _ = try other.perform(Request(.logShow), as: Office.clerk) { line in
                before = (before ?? 0) + (line.text("act") == "export" ? 1 : 0)
            }
        }
        #expect(before == 1)
    }

    @Test func everyActIsInTheLogWithWhatItTold() throws {
        try office.ask(.show, reference: "งาน 7", ["citizenID": asked, "fields": ["nameThai", "birthDate"]])
        let line = try #require(try office.log().last)
        #expect(
            line.text("act") == "show" && line.text("purpose") == Office.service && line.text("reference") == "งาน 7")
        #expect(line.texts("fields").sorted() == ["birthDate", "nameThai"])
        #expect(line.text("subject") != nil && line.text("account") == Office.clerk && line.text("result") == "ok")
    }

    @Test func aDayEndsWithACheckpoint() throws {
        for _ in 0..<3 {
            office.clock.pass(days: 1)
            try office.save(card)
        }
        let answer = try office.ask(.logVerify)
        #expect(answer["whole"] == .bool(true), "\(answer.line)")
        #expect(answer.number("checkpoints") == 3)
    }

    /// Clocks are set right now and then, by minutes.
    @Test func aClockThatIsSetBackALittleBreaksNothing() throws {
        for seconds in [120, -180, 60, -120] {
            office.clock.pass(seconds: seconds)
            try office.save(card)
        }
        let answer = try office.ask(.logVerify)
        #expect(answer["whole"] == .bool(true), "\(answer.line)")
    }

    /// A copy of the people knows nothing of what was logged since; lines that were exported bring it back.
    @Test func exportedLinesAreTaken() throws {
        let copy = try office.copyPeople()
        office.clock.pass(days: 1)
        try office.save(.invented(1))
        try office.save(.invented(2))
        let note = try #require(try office.ask(.checkpoint).text("note"))
        let lines = try office.lines(.logExport).lines
        try office.goBack(to: copy)
        #expect(throws: RegisterError(.logBroken)) { try office.register.adopt(log: [lines[lines.count - 1]]) }
        #expect(try office.register.adopt(log: lines) == 3)
        #expect(try office.register.adopt(log: lines) == 0)
        var changed = lines
        changed.append(lines[0])
        #expect(try office.register.adopt(log: changed) == 0)
        let settlement = try office.register.settle(after: note, by: Office.clerk)
        #expect(settlement.isLogWhole)
        let answer = try office.ask(.logVerify, ["outside": [.string(note)]])
        #expect(answer.list("findings").allSatisfy { $0["damage"] == .bool(false) }, "\(answer.line)")
        #expect(try office.log().count == lines.count + 2)
    }

    /// Without those lines the log begins anew: that some are lost is said, and is no damage.
    @Test func aLogThatLostItsEndSaysSo() throws {
        let copy = try office.copyPeople()
        try office.save(.invented(1))
        let note = try #require(try office.ask(.checkpoint).text("note"))
        try office.goBack(to: copy)
        #expect(try !office.register.settle(after: note, by: Office.clerk).isLogWhole)
        try office.save(.invented(2))
        office.clock.pass(days: 1)
        try office.save(.invented(3))
        let answer = try office.ask(.logVerify, ["outside": [.string(note)]])
        #expect(answer["whole"] == .bool(true), "\(answer.line)")
        #expect(answer.list("findings").contains { $0.text("code") == "restarted" }, "\(answer.line)")
    }
}
