internal import PCSC
public import SmartCard

/// What happens at the readers, and what is on each card that comes into one.
///
/// Each reader has a task of its own, in which one thing follows another as it happened: a card that is slow or
/// silent, or a reader that fails, holds up nobody but itself. An event counts as told once the next is asked for,
/// and until then its reader's task waits: so whoever is slow loses no card that is still in, nor any read that was
/// done. What is over by the time that somebody has time for it is passed over, and no card is read in another's
/// place.
///
/// The sequence goes on through readers that come and go and a service that restarts. It ends when its iterator is
/// let go or its task is cancelled, and with it all its tasks; it throws where the service cannot be used.
public struct CardEvents: AsyncSequence, Sendable {
    public typealias Element = CardEvent
    public typealias Failure = CardSourceError

    let makeReports: @Sendable () -> ReaderReports
    /// Part of the name of the one reader that is meant, in lower case; `nil` for all.
    let reader: String?
    let attending: ReaderAttendant.Task

    public func makeAsyncIterator() -> Iterator { Iterator(watch: RunningWatch(self)) }

    /// Gives one event after the other.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let watch: RunningWatch

        public mutating func next() async throws(CardSourceError) -> CardEvent? {
            try await watch.next()
        }

        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(CardSourceError) -> CardEvent? {
            try await watch.next()
        }
    }

    private func isMeant(_ name: String) -> Bool { reader.map(name.lowercased().contains) ?? true }

    /// Gives each reader's reports to its task.
    fileprivate func run(telling handover: Handover<CardEvent>) async {
        let end = await withDiscardingTaskGroup { group in
            var queues: [String: ReportQueue] = [:]
            var reports = makeReports().makeAsyncIterator()
            defer { for queue in queues.values { queue.finish() } }
            do throws(PCSCError) {
                while let report = try await reports.next() {
                    let reader = report.event.reader
                    guard isMeant(reader) else { continue }
                    if queues[reader] == nil {
                        let attendant = ReaderAttendant(reader: reader, task: attending, handover: handover)
                        let (reports, queue) = ReaderReports.makeQueue()
                        queues[reader] = queue
                        group.addTask { await attendant.attend(to: reports) }
                    }
                    queues[reader]?.put(report)
                }
                return nil as CardSourceError?
            } catch {
                return CardSourceError(.service(error))
            }
        }
        handover.finish(end)
    }
}

/// The tasks behind one iterator: they end when it is let go.
private final class RunningWatch: Sendable {
    private let handover = Handover<CardEvent>()
    private let task: Task<Void, Never>

    init(_ events: CardEvents) {
        task = Task { [handover] in await events.run(telling: handover) }
    }

    deinit { stop() }

    func next() async throws(CardSourceError) -> CardEvent? {
        let next = await withTaskCancellationHandler {
            await handover.next()
        } onCancel: {
            stop()
        }
        return try next.get()
    }

    private func stop() {
        task.cancel()
        handover.finish(nil)
    }
}

/// Something that happened at a reader, or came of reading a card in it.
public struct CardEvent: Sendable {
    /// What happened.
    public enum Kind: Sendable {
        /// A reader is there.
        case readerAttached
        /// A reader is gone.
        case readerDetached
        /// A card is in; `nil` where it does not answer.
        case cardInserted(ATR?)
        /// The card is out.
        case cardRemoved
        /// The card was read.
        case cardRead(ReadCard)
        /// The card could not be read.
        case cardFailed(CardSourceError)
    }

    /// What happened.
    public let kind: Kind
    /// The name of the reader.
    public let reader: String
    /// When, in the words of the clock that was handed in.
    public let at: String
}
