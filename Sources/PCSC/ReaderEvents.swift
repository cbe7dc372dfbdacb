/// Readers and cards as they come and go.
///
/// The first events say what is there already. The sequence waits inside the service, without
/// polling, and survives readers that come and go and a service that restarts: then everything is
/// reported gone, and again when it is back. (That is the one wait with a timer, as nothing tells
/// that a service is back: it is tried after 0.25 s, then less and less often, every 2 s at last.)
///
/// It throws where the service is not there when the watching begins (`noService`), or refuses this
/// user (`securityViolation`). It ends when its task is cancelled, or when it is let go. One
/// iterator only.
public struct ReaderEvents: AsyncSequence, Sendable {
    public typealias Element = ReaderEvent
    public typealias Failure = PCSCError

    private let stream: AsyncStream<Result<ReaderEvent, PCSCError>>

    init(calls: any PCSCCalls, pacing: Pacing) {
        stream = AsyncStream { continuation in
            let monitor = ReaderMonitor(calls: calls, pacing: pacing) { continuation.yield(.success($0)) }
            continuation.onTermination = { _ in monitor.stop() }
            OwnThread.start("events") {
                do throws(PCSCError) {
                    try monitor.run()
                } catch {
                    continuation.yield(.failure(error))
                }
                continuation.finish()
            }
        }
    }

    public func makeAsyncIterator() -> Iterator { Iterator(base: stream.makeAsyncIterator()) }

    /// Gives one event after the other.
    public struct Iterator: AsyncIteratorProtocol {
        var base: AsyncStream<Result<ReaderEvent, PCSCError>>.Iterator

        public mutating func next() async throws(PCSCError) -> ReaderEvent? {
            try await next(isolation: nil)
        }

        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(PCSCError) -> ReaderEvent? {
            try await base.next(isolation: actor)?.get()
        }
    }
}
