package import SmartCard

/// Readers and cards as they come and go, each with its time.
///
/// The first reports say what is there already. The sequence waits inside the service, without
/// polling, and survives readers that come and go and a service that restarts: then everything is
/// reported gone, and again when it is back. (That is the one wait with a timer, as nothing tells
/// that a service is back: it is tried after 0.25 s, then less and less often, every 2 s at last.)
///
/// It throws where the service is not there when the watching begins (`noService`), refuses this
/// user (`securityViolation`) or is of another version than the library (`serviceStopped`). It ends
/// when its task is cancelled, or when it is let go. One iterator only. What waits for somebody who
/// is busy is bounded: see `ReportQueue`.
package struct ReaderReports: AsyncSequence, Sendable {
    package typealias Element = ReaderReport
    package typealias Failure = PCSCError

    private let queue: ReportQueue
    private let bells: AsyncStream<Void>

    /// An empty queue, and what comes out of it.
    package static func makeQueue() -> (reports: ReaderReports, queue: ReportQueue) {
        let (bells, bell) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let queue = ReportQueue(bell: bell)
        return (ReaderReports(queue: queue, bells: bells), queue)
    }

    private init(queue: ReportQueue, bells: AsyncStream<Void>) {
        self.queue = queue
        self.bells = bells
    }

    init(calls: any PCSCCalls, pacing: Pacing, observe: (@Sendable (any Observation) -> Void)? = nil) {
        let (bells, bell) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let queue = ReportQueue(bell: bell)
        self.init(queue: queue, bells: bells)
        let monitor = ReaderMonitor(calls: calls, pacing: pacing) { report in
            observe?(report)
            queue.put(report)
        }
        bell.onTermination = { _ in monitor.stop() }
        OwnThread.start("events") {
            do throws(PCSCError) {
                try monitor.run()
                queue.finish()
            } catch {
                queue.finish(error)
            }
        }
    }

    package func makeAsyncIterator() -> Iterator { Iterator(queue: queue, bells: bells.makeAsyncIterator()) }

    /// Gives one report after the other.
    package struct Iterator: AsyncIteratorProtocol {
        let queue: ReportQueue
        var bells: AsyncStream<Void>.Iterator

        package mutating func next() async throws(PCSCError) -> ReaderReport? {
            try await next(isolation: nil)
        }

        package mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(PCSCError) -> ReaderReport? {
            while true {
                if let report = queue.take() { return report }
                guard await bells.next(isolation: actor) == nil else { continue }
                // The last reports may have come between the look and the end.
                if let report = queue.take() { return report }
                if let failure = queue.takeFailure() { throw failure }
                return nil
            }
        }
    }
}
