internal import Dispatch
internal import Synchronization

/// Entries whose actions follow one another, on a thread of their own: what hangs there holds up nothing else.
final class Lane: Sendable {
    /// An entry of the spool, or one for which there was no room.
    enum Item: Sendable {
        case filed(EntryName)
        case inMemory(EntryName, EntryContent, EntryState)

        var name: EntryName {
            switch self {
            case .filed(let name), .inMemory(let name, _, _): name
            }
        }
    }

    private struct Waiting {
        let number: Int
        let item: Item
    }

    private let queue: DispatchQueue
    private let attempt: @Sendable (Item) -> Void
    private let busy: DispatchGroup
    private let state = Mutex((waiting: [Waiting](), count: 0))

    /// - Parameter busy: is entered as long as there is something to do at once.
    init(_ name: String, busy: DispatchGroup, attempt: @escaping @Sendable (Item) -> Void) {
        queue = DispatchQueue(label: "thaiid \(name)")
        (self.busy, self.attempt) = (busy, attempt)
    }

    /// Has an entry tried as soon as those before it have been.
    func put(_ item: Item) {
        busy.enter()
        queue.async { [self] in
            attempt(item)
            busy.leave()
        }
    }

    /// Has an entry tried after a time, unless `hurry` comes before.
    func put(_ item: Item, after delay: Duration) {
        let number = state.withLock { state in
            state.count += 1
            return state.count
        }
        state.withLock { $0.waiting.append(Waiting(number: number, item: item)) }
        queue.asyncAfter(deadline: .now() + .milliseconds(delay.milliseconds)) { [self] in
            let isStillWaiting = state.withLock { state in
                let place = state.waiting.firstIndex { $0.number == number }
                if let place { state.waiting.remove(at: place) }
                return place != nil
            }
            if isStillWaiting { attempt(item) }
        }
    }

    /// Has everything that waits tried now: what kept one from its end is gone.
    func hurry() {
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        for one in waiting { put(one.item) }
    }
}

extension Duration {
    fileprivate var milliseconds: Int {
        Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
