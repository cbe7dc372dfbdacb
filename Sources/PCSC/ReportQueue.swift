package import SmartCard
internal import Synchronization

/// Reports on their way to somebody who may be busy.
///
/// What is over before it was heard of is dropped: a card that came and went, a reader likewise. So
/// no more waits than a departure and an arrival of each reader and of its card, however long nobody
/// listens, and the insertion that comes last is that of the card that is in.
package final class ReportQueue: Sendable {
    private struct State {
        var waiting: [ReaderReport] = []
        var failure: PCSCError?
    }

    private let state = Mutex(State())
    private let bell: AsyncStream<Void>.Continuation

    init(bell: AsyncStream<Void>.Continuation) { self.bell = bell }

    /// Adds a report, or takes out what it ends.
    package func put(_ report: ReaderReport) {
        state.withLock { state in
            let over = state.waiting.lastIndex { $0.event.isUndone(by: report.event) }
            if let over { state.waiting.remove(at: over) } else { state.waiting.append(report) }
        }
        bell.yield()
    }

    /// Says that nothing more comes, and why where that is an error.
    package func finish(_ failure: PCSCError? = nil) {
        state.withLock { $0.failure = failure }
        bell.finish()
    }

    /// The report that has waited longest; `nil` where none waits.
    func take() -> ReaderReport? {
        state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
    }

    /// What it ended with, told once.
    func takeFailure() -> PCSCError? {
        state.withLock { state in
            defer { state.failure = nil }
            return state.failure
        }
    }
}

extension ReaderEvent {
    /// Whether another event leaves nothing of this one.
    fileprivate func isUndone(by other: ReaderEvent) -> Bool {
        switch (self, other) {
        case (.cardInserted(let reader, _, _), .cardRemoved(let later)),
            (.readerAttached(let reader), .readerDetached(let later)):
            reader == later
        default: false
        }
    }
}
