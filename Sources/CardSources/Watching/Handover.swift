internal import Synchronization

/// Hands what several tasks offer to one that asks, one at a time and in order.
///
/// Whoever offers waits until what was offered has been dealt with: that is when the next is asked for.
final class Handover<Element: Sendable>: Sendable {
    private typealias Next = Result<Element?, CardSourceError>
    private typealias Waiting = CheckedContinuation<Void, Never>

    private struct State {
        var offers: [(element: Element, taken: Waiting)] = []
        /// Who offered what is being dealt with.
        var dealtWith: Waiting?
        var asking: CheckedContinuation<Next, Never>?
        /// What it ended with; told once.
        var end: Next?
    }

    private let state = Mutex(State())

    /// Offers something, and waits until it has been dealt with, or nobody asks any more.
    func offer(_ element: Element) async {
        await withCheckedContinuation { taken in
            let asking = state.withLock { state -> CheckedContinuation<Next, Never>?? in
                guard state.end == nil else { return .none }
                guard let asking = state.asking else {
                    state.offers.append((element, taken))
                    return .some(nil)
                }
                (state.asking, state.dealtWith) = (nil, taken)
                return asking
            }
            guard let asking else { return taken.resume() }
            asking?.resume(returning: .success(element))
        }
    }

    /// The next that is offered; `nil` after the end. One task only may ask.
    func next() async -> Result<Element?, CardSourceError> {
        await withCheckedContinuation { asking in
            var done: Waiting?
            let next = state.withLock { state -> Next? in
                (done, state.dealtWith) = (state.dealtWith, nil)
                if let end = state.end {
                    state.end = .success(nil)
                    return end
                }
                guard !state.offers.isEmpty else {
                    state.asking = asking
                    return nil
                }
                let offer = state.offers.removeFirst()
                state.dealtWith = offer.taken
                return .success(offer.element)
            }
            done?.resume()
            if let next { asking.resume(returning: next) }
        }
    }

    /// Ends it: whoever waits goes on, and nothing is handed over any more.
    func finish(_ failure: CardSourceError?) {
        let (asking, waiting) = state.withLock { state -> (CheckedContinuation<Next, Never>?, [Waiting]) in
            guard state.end == nil else { return (nil, []) }
            let waiting = state.offers.map(\.taken) + [state.dealtWith].compactMap { $0 }
            let asking = state.asking
            state = State()
            let end: Next = failure.map { .failure($0) } ?? .success(nil)
            state.end = asking == nil ? end : .success(nil)
            return (asking, waiting)
        }
        asking?.resume(returning: failure.map { .failure($0) } ?? .success(nil))
        for continuation in waiting { continuation.resume() }
    }
}
