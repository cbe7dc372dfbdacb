internal import Dispatch
internal import SmartCard
internal import Synchronization

/// Waits for changes of the readers, on the thread that calls `run`, until it is stopped.
final class ReaderMonitor: Sendable {
    private struct State {
        var isStopped = false
        /// The context in which the thread may be waiting.
        var context: ContextID?
    }

    private let calls: any PCSCCalls
    private let pacing: Pacing
    private let deliver: @Sendable (ReaderReport) -> Void
    private let state = Mutex(State())
    private let stopped = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    init(calls: any PCSCCalls, pacing: Pacing, deliver: @escaping @Sendable (ReaderReport) -> Void) {
        self.calls = calls
        self.pacing = pacing
        self.deliver = deliver
    }

    /// Reports what is there and then what changes, until `stop`.
    ///
    /// - Throws: `noService` where there was no service to begin with, and what no restart mends.
    func run() throws(PCSCError) {
        defer { ended.signal() }
        var watch = ReaderWatch()
        var context: ContextID? = try calls.reachService()
        while let current = context {
            do throws(PCSCError) {
                defer { release(current) }
                try follow(current, &watch)
                return
            } catch {
                guard error.meansServiceLost else { throw error }
            }
            deliver(watch.loseAll(), watch)
            context = try awaitService()
        }
    }

    /// Ends `run`. Returns at once: calling off a wait takes a moment, because what PC/SC calls off
    /// is a wait in progress, and the thread may be just before one. So it is repeated, on another
    /// thread, until `run` has ended.
    func stop() {
        state.withLock { $0.isStopped = true }
        stopped.signal()
        OwnThread.start("stop") { [self] in
            var patience = Duration.milliseconds(5)
            repeat {
                // Under the lock, so that the context is not released, and its number given to
                // somebody else, in between.
                state.withLock { state in
                    if let context = state.context { calls.cancel(context) }
                }
                patience = min(patience * 2, .seconds(1))
            } while ended.wait(timeout: .now() + patience.dispatchInterval) == .timedOut
        }
    }

    /// Passes events on with what is known of their readers now.
    private func deliver(_ events: [ReaderEvent], _ watch: ReaderWatch) {
        let now = ContinuousClock.now
        for event in events {
            let reader = watch.readers.first { $0.name == event.reader }
            deliver(
                ReaderReport(
                    event, at: now, eventCount: reader?.eventCount ?? 0, wasThere: watch.wasThere(event)))
        }
    }

    private var isStopped: Bool { state.withLock { $0.isStopped } }

    private func release(_ context: ContextID) {
        state.withLock { $0.context = nil }
        calls.releaseContext(context)
    }

    /// Waits in the service for one change after the other, until stopped.
    ///
    /// A reader that comes after the list was made and before the wait begins is not noticed by
    /// versions of pcsc-lite that count the readers only from then on; and pcsc-lite keeps what it
    /// knows of readers once for a whole process, so that a call on another thread may put back
    /// older news for an instant. Both are rare and mend with the next event; so that there is a
    /// next, a wait is renewed every minute, as the library itself does underneath.
    private func follow(_ context: ContextID, _ watch: inout ReaderWatch) throws(PCSCError) {
        state.withLock { $0.context = context }
        var roundsWithoutNews = 0
        while !isStopped {
            let before = watch.readers
            deliver(watch.update(names: try calls.listReaders(context)), watch)
            do {
                let states = try calls.waitForChange(
                    context, from: watch.waitList, timeout: pacing.watchRenewal)
                deliver(watch.update(states: states), watch)
            } catch .timeout {
                roundsWithoutNews = 0
                continue
            } catch .unknownReader {
                // It left since it was listed: the next list lacks it.
            } catch .cancelled {
                // By `stop`, or by nobody.
            }
            roundsWithoutNews = watch.readers == before ? roundsWithoutNews + 1 : 0
            if roundsWithoutNews > 3 { rest(pacing.serviceReturn.lowerBound) }
        }
    }

    /// Waits until the service is back; `nil` when stopped before that.
    private func awaitService() throws(PCSCError) -> ContextID? {
        var delay = pacing.serviceReturn.lowerBound
        while true {
            rest(delay)
            guard !isStopped else { return nil }
            do {
                return try calls.reachService()
            } catch .noService {
                delay = min(delay * 2, pacing.serviceReturn.upperBound)
            }
        }
    }

    /// Does nothing for a while, or until stopped.
    private func rest(_ duration: Duration) {
        _ = stopped.wait(timeout: .now() + duration.dispatchInterval)
    }
}
