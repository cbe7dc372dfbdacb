import CardRecord
import RecordSeal
import Register
import RegisterModel
import Testing
import ThaiIDCard

/// Who may do what, when, how often, and with whose word.
@Suite struct GuardTests {
    private let office: Office
    private let card = IDCard.invented()
    private var asked: JSONValue { .string(card.digits) }

    init() throws {
        office = try Office(isOpen: false)
        try office.save(card)
    }

    @Test func rolesHold() throws {
        #expect(office.problem(.show, as: "window", ["citizenID": asked]) == nil)
        #expect(office.problem(.show, as: "window", ["citizenID": asked, "unmask": .bool(true)]) == .role)
        #expect(office.problem(.findByName, as: "window", ["name": "ทดสอบ"]) == .role)
        #expect(office.problem(.show, as: "chief", ["citizenID": asked]) == .role)
        #expect(office.problem(.logShow, as: "deputy") == .role)
        #expect(office.problem(.show, as: "nobody", ["citizenID": asked]) == .unknownAccount)
        #expect(office.problem(.erase, ["citizenID": asked, "reason": "x"]) == .role)
    }

    @Test func anErasureNeedsSomebodyElsesWord() throws {
        let erasure: KeyValuePairs<String, JSONValue?> = ["citizenID": asked, "reason": "ขอให้ลบ"]
        #expect(office.problem(.erase, as: "chief", erasure) == .needsApproval)
        let waiting = try office.ask(.pending, as: "deputy").list("requests")
        let number = JSONValue(waiting.last?.number("number"))
        #expect(waiting.last?.text("requestedBy") == "chief")
        #expect(office.problem(.approve, as: "chief", ["number": number]) == .ownApproval)
        #expect(office.problem(.approve, ["number": number]) == .role)
        try office.ask(.approve, as: "deputy", ["number": number])
        #expect(office.problem(.approve, as: "deputy", ["number": number]) == .entryNotFound)
        // It is good for what was asked, by whom it was asked, once.
        #expect(office.problem(.erase, as: "chief", ["citizenID": asked, "reason": "อื่น"]) == .needsApproval)
        #expect(office.problem(.erase, as: "deputy", erasure) == .needsApproval)
        try office.ask(.erase, as: "chief", erasure)
        #expect(office.problem(.show, ["citizenID": asked]) == .personNotFound)
        office.clock.pass(seconds: 1)
        try office.save(card)
        #expect(office.problem(.erase, as: "chief", erasure) == .needsApproval)
    }

    @Test func anApprovalEnds() throws {
        let erasure: KeyValuePairs<String, JSONValue?> = ["citizenID": asked, "reason": "ขอให้ลบ"]
        #expect(office.problem(.erase, as: "chief", erasure) == .needsApproval)
        let number = JSONValue(try office.ask(.pending, as: "deputy").list("requests").last?.number("number"))
        office.clock.pass(days: 1)
        #expect(office.problem(.approve, as: "deputy", ["number": number]) == .entryNotFound)
        #expect(office.problem(.erase, as: "chief", erasure) == .needsApproval)
        let second = JSONValue(try office.ask(.pending, as: "deputy").list("requests").last?.number("number"))
        #expect(second != number)
        try office.ask(.approve, as: "deputy", ["number": second])
        office.clock.pass(days: 1)
        #expect(office.problem(.erase, as: "chief", erasure) == .needsApproval)
    }

    @Test func aNewKeyNeedsSomebodyElsesWord() throws {
        #expect(throws: RegisterError.self) { try office.register.permit(.rekey, to: "chief") }
        let waiting = try office.ask(.pending, as: "deputy").list("requests").last
        #expect(waiting?.text("approves") == "rekey")
        try office.ask(.approve, as: "deputy", ["number": JSONValue(waiting?.number("number"))])
        try office.register.rekey(to: .init(), by: "chief") { _, _ in }
        #expect(try office.shown(card).text("record", "card", "citizenID") == card.digits)
    }

    @Test func onlySoManyLooksADay() throws {
        try office.approved(.officer, ["account": "window", "roles": ["desk"], "quota": .integer(2)])
        for _ in 0..<2 { #expect(office.problem(.show, as: "window", ["citizenID": asked]) == nil) }
        for _ in 0..<2 { #expect(office.problem(.show, as: "window", ["citizenID": asked]) == .quotaUsed) }
        // Saving is no look.
        try office.save(card, as: "window")
        office.clock.pass(days: 1)
        #expect(office.problem(.show, as: "window", ["citizenID": asked]) == nil)
    }

    @Test func onlyInHoursOfDuty() throws {
        try office.approved(
            .officer, ["account": "window", "roles": ["desk"], "hours": "mon-fri 08:30-16:30"])
        #expect(office.problem(.show, as: "window", ["citizenID": asked]) == nil)
        office.clock.set("2026-03-02T16:30:00+07:00")
        #expect(office.problem(.show, as: "window", ["citizenID": asked]) == .outsideHours)
        office.clock.set("2026-03-07T10:00:00+07:00")
        #expect(office.problem(.show, as: "window", ["citizenID": asked]) == .outsideHours)
        #expect(
            office.problem(.officer, as: "chief", ["account": "window", "roles": ["desk"], "hours": "x"])
                == .needsApproval)
    }

    @Test func purposesHold() throws {
        try office.approved(.officer, ["account": "window", "roles": ["desk"], "purposes": ["survey"]])
        #expect(office.problem(.show, as: "window", ["citizenID": asked]) == .purposeNotAllowed)
        #expect(office.problem(.show, for: Office.survey, as: "window", ["citizenID": asked]) == nil)
        #expect(office.problem(.show, for: "none", ["citizenID": asked]) == .purposeUnknown)
        #expect(throws: RegisterError(.purposeMissing)) {
            try office.register.perform(Request(.show, ["citizenID": asked]), as: Office.clerk) { _ in }
        }
        try office.approved(.purposeEdit, ["code": "survey", "retire": .bool(true)])
        #expect(office.problem(.show, for: Office.survey, as: "window", ["citizenID": asked]) == .purposeUnknown)
        #expect(
            office.problem(.purposeAdd, as: "chief", ["code": "survey", "thai": "ก", "days": .integer(1)])
                == .alreadyThere)
        #expect(
            office.problem(.purposeAdd, as: "chief", ["code": "B a", "thai": "ก", "days": .integer(1)]) == .badArgument)
    }

    @Test func theLastSuperUserStays() throws {
        try office.approved(.officer, ["account": "deputy", "revoke": .bool(true)])
        #expect(office.problem(.officerList, as: "deputy") == .role)
        #expect(office.problem(.officer, as: "chief", ["account": "chief", "revoke": .bool(true)]) == .lastSuper)
        #expect(office.problem(.officer, as: "chief", ["account": "chief", "roles": ["auditor"]]) == .lastSuper)
        #expect(office.problem(.pending, as: "chief") == nil)
    }

    @Test func whatIsRefusedIsInTheLog() throws {
        _ = office.problem(.show, as: "chief", ["citizenID": asked])
        _ = office.problem(.show, as: "nobody", ["citizenID": asked])
        _ = office.problem(.erase, as: "chief", ["citizenID": asked, "reason": "x"])
        _ = office.problem(.show, ["citizenID": "1000000000009"])
        let told = try office.log(as: "chief").suffix(4).map {
            "\($0.text("account") ?? "") \($0.text("result") ?? "")"
        }
        #expect(told == ["chief not-allowed", "nobody not-allowed", "chief needs-approval", "clerk not-found"])
    }

    @Test func theLogNamesNobody() throws {
        try office.ask(.show, ["citizenID": asked])
        #expect(office.problem(.show, reference: "เลข \(card.digits)", ["citizenID": asked]) == .badArgument)
        let text = try office.log(as: "chief").map(\.line).joined()
        #expect(!text.contains(card.digits) && !text.contains("ทดสอบ") && !text.contains("Thotsop"))
    }
}
