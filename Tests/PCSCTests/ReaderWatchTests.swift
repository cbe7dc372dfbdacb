import SmartCard
import Testing

@testable import PCSC

@Suite struct ReaderWatchTests {
    let name = ReaderState.occupied.name
    let atr = ReaderState.occupied.atr

    /// A watch that has seen this state of the reader.
    func watch(_ state: ReaderState) -> ReaderWatch {
        var watch = ReaderWatch()
        _ = watch.update(names: [state.name])
        _ = watch.update(states: [state])
        return watch
    }

    @Test func reportsWhatIsThere() {
        var watch = ReaderWatch()
        #expect(watch.update(names: [name]) == [.readerAttached(reader: name)])
        let inserted = ReaderEvent.cardInserted(reader: name, atr: atr, fresh: false)
        #expect(watch.update(states: [.occupied]) == [inserted])
    }

    @Test func reportsComingAndGoing() {
        var watch = watch(.empty)
        let inserted = ReaderEvent.cardInserted(reader: name, atr: atr, fresh: true)
        #expect(watch.update(states: [.occupied]) == [inserted])
        #expect(watch.update(states: [.occupied.with([.present, .inUse])]) == [])
        #expect(watch.update(states: [.empty]) == [.cardRemoved(reader: name)])
        #expect(watch.update(names: []) == [.readerDetached(reader: name)])
    }

    @Test(arguments: [0, 3, 0xFFFF] as [UInt16])
    func reportsACardThatWasChangedBetweenTwoLooks(_ count: UInt16) {
        var watch = watch(.occupied)
        let events: [ReaderEvent] = [
            .cardRemoved(reader: name), .cardInserted(reader: name, atr: atr, fresh: true),
        ]
        #expect(watch.update(states: [.occupied.with(.present, eventCount: count)]) == events)
    }

    @Test func cardThatCameAndWentBetweenTwoLooksIsNoEvent() {
        var watch = watch(.empty)
        #expect(watch.update(states: [.empty.with(.empty, eventCount: 2)]) == [])
    }

    @Test func readerTakesItsCardAlong() {
        let gone: [ReaderEvent] = [.cardRemoved(reader: name), .readerDetached(reader: name)]
        var unplugged = watch(.occupied)
        #expect(unplugged.update(names: []) == gone)
        var stopped = watch(.occupied)
        #expect(stopped.loseAll() == gone)
        #expect(stopped.loseAll() == [])
    }

    @Test func cardOfAReaderThatCameLaterIsFresh() {
        var watch = watch(.empty)
        _ = watch.update(names: [name, "Other 00 00"])
        let events = watch.update(states: [ReaderState(name: "Other 00 00", flags: .present)])
        #expect(events == [.cardInserted(reader: "Other 00 00", atr: nil, fresh: true)])
    }

    @Test func statesOfStrangersAreIgnored() {
        var watch = watch(.empty)
        #expect(watch.update(states: [ReaderState(name: "Other 00 00", flags: .present)]) == [])
    }

    @Test func waitsForReadersToo() {
        let list = watch(.empty).waitList
        #expect(list.map(\.name) == [name, #"\\?PnP?\Notification"#])
        #expect(list.last?.eventCount == 1)
    }

    @Test func neverWaitsForMoreThanTheServiceTakes() {
        var watch = ReaderWatch()
        _ = watch.update(names: (0..<20).map { "Reader \($0)" })
        #expect(watch.waitList.count == 16)
        #expect(watch.waitList.last?.eventCount == 20)
    }
}
