internal import SmartCard

/// What a watch knows of the readers, and which events follow from news of them.
struct ReaderWatch {
    /// The readers in the service's order, each as it was last seen.
    private(set) var readers: [ReaderState] = []
    /// Readers whose cards were in before the watch looked for the first time.
    private var unseen: Set<String> = []
    /// Readers of which it is not known yet whether they are empty.
    private var strange: Set<String> = []
    /// Readers whose card was in when they were first seen, and still is.
    private var furnished: Set<String> = []
    private var isFirstList = true

    /// Takes in a new list of names.
    mutating func update(names: [String]) -> [ReaderEvent] {
        var events: [ReaderEvent] = []
        for reader in readers where !names.contains(reader.name) {
            events += Self.departure(of: reader)
        }
        let known = readers
        readers = names.map { name in known.first { $0.name == name } ?? ReaderState(name: name) }
        for name in names where !known.contains(where: { $0.name == name }) {
            events.append(.readerAttached(reader: name))
            strange.insert(name)
            if isFirstList { unseen.insert(name) }
        }
        unseen.formIntersection(names)
        strange.formIntersection(names)
        furnished.formIntersection(names)
        isFirstList = false
        return events
    }

    /// Takes in new states of known readers.
    mutating func update(states: [ReaderState]) -> [ReaderEvent] {
        var events: [ReaderEvent] = []
        for state in states {
            guard let index = readers.firstIndex(where: { $0.name == state.name }) else { continue }
            let changes = change(from: readers[index], to: state)
            events += changes
            readers[index] = state
            unseen.remove(state.name)
            if !changes.isEmpty { furnished.remove(state.name) }
            guard state.isCardPresent || state.flags.contains(.empty) else { continue }
            if strange.remove(state.name) != nil, state.isCardPresent { furnished.insert(state.name) }
        }
        return events
    }

    /// What to wait on: the readers, and the name under which PC/SC reports that one came or went,
    /// with the number of readers known as its count of events. pcsc-lite takes 16 at a time, which
    /// is also how many readers it serves: of a sixteenth only coming and going is noticed.
    var waitList: [ReaderState] {
        readers.prefix(15)
            + [ReaderState(name: #"\\?PnP?\Notification"#, eventCount: UInt16(readers.count))]
    }

    /// Everything is gone, as when the service stops.
    mutating func loseAll() -> [ReaderEvent] {
        let events = readers.flatMap(Self.departure(of:))
        readers = []
        unseen = []
        strange = []
        furnished = []
        return events
    }

    /// Whether the event is that of a card that was in when its reader was first seen.
    func wasThere(_ event: ReaderEvent) -> Bool {
        if case .cardInserted(let reader, _, _) = event { furnished.contains(reader) } else { false }
    }

    /// A card that came and went between two looks leaves no event: nobody could have used it. One
    /// that went and came back, or was changed for another, leaves two; the reader's counter tells.
    private func change(from old: ReaderState, to new: ReaderState) -> [ReaderEvent] {
        let removal = ReaderEvent.cardRemoved(reader: new.name)
        let insertion = ReaderEvent.cardInserted(
            reader: new.name, atr: new.atr, fresh: !unseen.contains(new.name))
        switch (old.isCardPresent, new.isCardPresent) {
        case (false, false): return []
        case (false, true): return [insertion]
        case (true, false): return [removal]
        case (true, true): return old.eventCount == new.eventCount ? [] : [removal, insertion]
        }
    }

    private static func departure(of reader: ReaderState) -> [ReaderEvent] {
        (reader.isCardPresent ? [.cardRemoved(reader: reader.name)] : [])
            + [.readerDetached(reader: reader.name)]
    }
}
