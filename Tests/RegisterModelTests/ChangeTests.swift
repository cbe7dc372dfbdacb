import CardRecord
import RegisterModel
import Testing

/// What `history` and `changes` tell.
@Suite struct ChangeTests {
    private let first = Given.observation(1, Given.record(), on: "2023-07-01")
    private let renamed = Given.observation(
        2, Given.record(issued: "25680301", last: "สมมติ"), on: "2025-04-01", received: "2025-04-02")

    private func fields(_ changes: [Change]) -> [String] { changes.map(\.field) }

    @Test func oneCardHasChangedNothing() { #expect(Change.all([first]) == []) }

    @Test func eachFieldThatANewCardSaysOtherwiseHasChanged() throws {
        let changes = Change.all([renamed, first])
        #expect(fields(changes) == ["nameThai", "issueDate"])
        let name = try #require(changes.first)
        #expect(name.before?["last"] == "ตัวอย่าง")
        #expect(name.after?["last"] == "สมมติ")
        #expect(name.valid == "2025-03-01")
        #expect(name.known == Given.noon("2025-04-02"))
        #expect(name.observation == Given.id(2))
    }

    @Test func oldCardThatComesLateTellsOfWhatWasBefore() throws {
        let late = Given.observation(3, first.record, on: "2026-01-01")
        let name = try #require(Change.all([renamed, late]).first)
        #expect(name.before?["last"] == "ตัวอย่าง")
        #expect(name.after?["last"] == "สมมติ")
        #expect(name.known == Given.noon("2025-04-02"))
    }

    @Test func changeOnTheSameCardHasNoDayOfIssue() throws {
        let moved = Given.observation(2, Given.record(soi: "ซอยสมมติ 9"), on: "2025-04-01")
        let back = Given.observation(3, first.record, on: "2025-05-01")
        let changes = Change.all([first, moved, back])
        #expect(fields(changes) == ["address", "address"])
        #expect(changes.map(\.valid) == [nil, nil])
        #expect(changes.map(\.observation) == [Given.id(2), Given.id(3)])
    }

    @Test func whatIsNotHadHasNotChanged() {
        let short = Given.observation(2, Given.record(issued: "25680301", without: ["address"]), on: "2025-04-01")
        let failed = Given.observation(
            3, Given.record(issued: "25680301", changing: ["address": .null], states: ["address": "failed"]),
            on: "2025-04-02")
        let third = Given.observation(4, Given.record(issued: "25690301"), on: "2026-04-02")
        #expect(fields(Change.all([first, short, failed, third])) == ["issueDate", "issueDate"])
    }

    @Test func blankOnANewerCardIsAChangeToNothing() throws {
        let blank = Given.observation(
            2, Given.record(issued: "25680301", changing: ["address": .null], states: ["address": "blank"]),
            on: "2025-04-01")
        let change = try #require(Change.all([first, blank]).first { $0.field == "address" })
        #expect(change.before?["soi"] == "ซอยตัวอย่าง 5")
        #expect(change.after == nil)
    }

    @Test func secondCardOfOneDayIsANewCard() throws {
        let second = Given.observation(
            2, Given.record(soi: "ซอยสมมติ 9", request: "00000512345/07654321"), on: "2023-07-02")
        let changes = Change.all([first, second])
        #expect(fields(changes) == ["requestNumber", "address"])
        #expect(changes.map(\.valid) == ["2023-06-01", "2023-06-01"])
    }

    @Test func whatWasTypedBeforeTheFirstCardCountsAndAfterwardsDoesNot() {
        let record = Given.record(issued: nil, expires: nil, last: "ตัวอยาง", request: nil)
        let before = Given.observation(5, record, on: "2023-01-01", kind: .typed)
        let changes = Change.all([first, before])
        #expect(fields(changes) == ["nameThai"])
        #expect(changes.map(\.valid) == [nil])
        let after = Given.observation(5, record, on: "2024-01-01", kind: .typed)
        #expect(Change.all([first, after]) == [])
    }

    @Test func strangersHaveChangedNothingUnlessAccepted() {
        let stranger = Given.observation(
            5, Given.record(issued: "25680301", first: "จำลอง", last: "อื่น", birth: "25400101"), on: "2025-05-01")
        #expect(Change.all([first, stranger]) == [])
        let decision = Given.decision(5, accepts: true, on: "2025-06-01")
        #expect(
            fields(Change.all([first, stranger], decisions: [decision])) == ["nameThai", "birthDate", "issueDate"])
    }

    @Test func repeatedReadsSayWhenItWasFirstKnown() throws {
        let again = Given.observation(4, renamed.record, on: "2026-04-01")
        #expect(Change.all([first, renamed, again]) == Change.all([first, renamed]))
    }
}
