import CardRecord
import Testing
import ThaiIDCard

@testable import DeskScreen

@Suite struct DeskModelTests {
    private func content(_ changes: Change...) throws -> Pane.Content {
        try #require(TestDesk.model([.attached(reader: "A")] + changes).panes.first).content
    }

    @Test func eachReaderHasItsPlaceWhicheverCameFirst() {
        let model = TestDesk.model(.attached(reader: "B"), .attached(reader: "C"), .inserted(reader: "A"))
        #expect(model.panes.map(\.reader) == ["A", "B", "C"])
    }

    @Test func aReaderThatIsGoneKeepsItsPlaceUntilItIsBackOrAnotherComes() {
        let gone = TestDesk.model(.attached(reader: "A"), .attached(reader: "B"), .detached(reader: "A"))
        #expect(gone.panes.map(\.reader) == ["A", "B"] && gone.panes[0].isUnplugged)
        var back = gone
        back.apply(.attached(reader: "A"))
        #expect(back.panes.map(\.reader) == ["A", "B"] && !back.panes[0].isUnplugged)
        var other = gone
        other.apply(.attached(reader: "C"))
        #expect(other.panes.map(\.reader) == ["B", "C"])
    }

    @Test func theTextOfACardIsThereBeforeTheReadIsOver() throws {
        let text = TestDesk.record()
        let early = try content(
            .inserted(reader: "A"), .progress(reader: "A", share: 0.2, text: text),
            .progress(reader: "A", share: 0.5, text: nil))
        guard case .reading(0.5, let known?) = early else { return #expect(Bool(false), "\(early)") }
        #expect(known.card == text.card)
    }

    @Test func aReadNeverGoesBackwardsAndNothingIsToldOfOneThatIsOver() throws {
        let slower = try content(
            .inserted(reader: "A"), .progress(reader: "A", share: 0.5, text: nil),
            .progress(reader: "A", share: 0.3, text: nil))
        guard case .reading(0.5, nil) = slower else { return #expect(Bool(false), "\(slower)") }
        let over = try content(
            .inserted(reader: "A"), .removed(reader: "A"), .progress(reader: "A", share: 0.9, text: TestDesk.record()))
        guard case .empty = over else { return #expect(Bool(false), "\(over)") }
    }

    @Test(arguments: [Change.removed(reader: "A"), .detached(reader: "A"), .inserted(reader: "A")])
    func nothingIsLeftOfTheHolderWhenTheCardGoes(_ change: Change) {
        let model = TestDesk.model(
            .attached(reader: "A"), .inserted(reader: "A"), .read(reader: "A", TestDesk.record()), change)
        #expect(model.pane(of: "A")?.record == nil)
    }

    @Test func onlyThatACardWasPulledOutlastsIt() throws {
        let mute = Change.failed(reader: "A", problem: "mute", remedy: "turn it", outlasts: false)
        guard case .empty = try content(.inserted(reader: "A"), mute, .removed(reader: "A")) else {
            return #expect(Bool(false))
        }
        let pulled = Change.failed(reader: "A", problem: "pulled", remedy: "again", outlasts: true)
        guard case .trouble("pulled", "again", _) = try content(.inserted(reader: "A"), pulled, .removed(reader: "A"))
        else { return #expect(Bool(false)) }
        guard case .reading = try content(.inserted(reader: "A"), pulled, .removed(reader: "A"), .inserted(reader: "A"))
        else { return #expect(Bool(false)) }
    }

    @Test func aCardIsClearedInItsOwnTimeAlone() throws {
        let first = [Change.inserted(reader: "A"), .read(reader: "A", TestDesk.record())]
        let model = TestDesk.model(first)
        #expect(model.pane(of: "A")?.turn == 1)
        guard case .cleared? = TestDesk.model(first + [.clear(reader: "A", turn: 1)]).pane(of: "A")?.content else {
            return #expect(Bool(false))
        }
        let second = first + [.removed(reader: "A")] + first + [.clear(reader: "A", turn: 1)]
        #expect(TestDesk.model(second).pane(of: "A")?.record != nil)
        guard
            case .empty? = TestDesk.model(first + [.removed(reader: "A"), .clear(reader: "A", turn: 1)])
                .pane(of: "A")?.content
        else { return #expect(Bool(false)) }
    }

    @Test func whatWasDoneStaysUntilTheNextCard() {
        let done = Change.done(reader: "A", read: TestDesk.reads[0], text: "saved", isGood: true)
        let model = TestDesk.model(.inserted(reader: "A"), done, .removed(reader: "A"))
        #expect(model.pane(of: "A")?.deeds.map(\.text) == ["saved"])
        #expect(TestDesk.model(.inserted(reader: "A"), done, .inserted(reader: "A")).pane(of: "A")?.deeds == [])
    }

    @Test func anActionThatIsTriedAgainKeepsItsLine() {
        func done(_ text: String, _ action: String, _ isGood: Bool) -> Change {
            .done(reader: "A", read: TestDesk.reads[0], action: action, text: text, isGood: isGood)
        }
        func trouble(_ text: String, _ action: String, _ isGood: Bool) -> Change {
            .trouble(at: "2026-11-23T09:41:07+07:00", outcome: text, action: action, isGood: isGood)
        }
        let model = TestDesk.model(
            .inserted(reader: "A"), done("not yet", "1", false), trouble("not yet", "1", false),
            done("saved", "2", true),
            trouble("saved", "2", true), done("still not", "1", false), trouble("still not", "1", false),
            done("printed", "1", true), trouble("printed", "1", true))
        #expect(model.pane(of: "A")?.deeds.map(\.text) == ["printed", "saved"])
        #expect(model.day.map(\.outcome) == ["printed"], "what went well at once has no line")
    }

    @Test func aReadHasOneLineOfTheDay() {
        let model = TestDesk.model(
            .day(at: "2026-11-23T09:41:07+07:00", outcome: "read", read: TestDesk.reads[0]),
            .day(at: "2026-11-23T09:41:09+07:00", outcome: "failed"),
            .day(at: "2026-11-23T09:41:08+07:00", outcome: nil, sheet: "12", read: TestDesk.reads[0]))
        #expect(model.day.map(\.outcome) == ["read", "failed"])
        #expect(model.day.map(\.sheet) == ["12", nil])
    }
}
