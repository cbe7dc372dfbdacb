public import SmartCard

/// Readers and cards as they come and go: the events of `ReaderReports`, and what is said there of
/// waiting, of ends and of errors.
public struct ReaderEvents: AsyncSequence, Sendable {
    public typealias Element = ReaderEvent
    public typealias Failure = PCSCError

    let reports: ReaderReports

    public func makeAsyncIterator() -> Iterator { Iterator(base: reports.makeAsyncIterator()) }

    /// Gives one event after the other.
    public struct Iterator: AsyncIteratorProtocol {
        var base: ReaderReports.Iterator

        public mutating func next() async throws(PCSCError) -> ReaderEvent? {
            try await next(isolation: nil)
        }

        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(PCSCError) -> ReaderEvent? {
            try await base.next(isolation: actor)?.event
        }
    }
}
