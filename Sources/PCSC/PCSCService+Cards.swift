public import SmartCard

extension PCSCService {
    /// Connects to the card in a reader, runs `body` with it, and lets go of it, whatever happens.
    ///
    /// The connection is shared, over T=0 or T=1 (T=0 alone where the card takes no other offer), and one transaction keeps other programs off from
    /// before `body` until after it. `body` runs on a thread of its own and may block.
    ///
    /// A card that is in and healthy is connected to at once. What may pass (another program holds
    /// the card, it has no power yet, contacts bounce) is tried three times within half a second.
    /// Connecting counts as hung after 5 s, and so does waiting for another program's transaction.
    ///
    /// When `timeout` ends or the task is cancelled, `body`'s next exchange throws
    /// `ChannelError.timedOut`. A thread that hangs inside an exchange is left behind; it lets go of
    /// the card if it ever comes back, and nothing uses its connection again.
    ///
    /// - Parameters:
    ///   - reader: the reader's name, as `readers()` gives it.
    ///   - timeout: how long everything may take, connecting included; `nil` sets no limit.
    ///   - freshlyInserted: whether the card came a moment ago. Its contacts then get 200 ms to
    ///     settle, and a card that seems to vanish is looked for again.
    ///   - insertion: the reader's count of events (`ReaderReport.eventCount`) while the card that is
    ///     meant is in; `nil` for whichever card is in.
    ///   - disposition: what becomes of the card after `body` succeeded. It stays as it is, which
    ///     costs nothing, unless another application than the usual one was left selected.
    ///     After an error it stays as it is.
    /// - Throws: `CardSessionError` where no connection came about or the time ran out, what `body`
    ///   throws, or `CancellationError`.
    public func withCard<Value: Sendable>(
        in reader: String, timeout: Duration? = nil, freshlyInserted: Bool = false,
        insertion: UInt16? = nil, leaving disposition: CardDisposition = .leave,
        _ body: @escaping @Sendable (any CardChannel) throws -> Value
    ) async throws -> Value {
        let outcome = Outcome<Value, any Error>()
        let watch = Abandonment { outcome.settle(.failure($0)) }
        let alarm = timeout.map { Alarm(after: $0) { watch.abandon(CardSessionError.timedOut) } }
        defer { alarm?.cancel() }
        return try await withTaskCancellationHandler {
            OwnThread.start("card") {
                do {
                    let connector = CardConnector(
                        calls: calls, pacing: pacing, watch: watch, reader: reader, insertion: insertion)
                    let connection = try connector.connect(freshlyInserted: freshlyInserted)
                    let channel = ReaderChannel(connection, calls: calls, pacing: pacing, watch: watch)
                    outcome.settle(.success(try channel.use(body, leaving: disposition, observe)))
                } catch {
                    outcome.settle(.failure(watch.reason ?? error))
                }
            }
            return try await outcome.value()
        } onCancel: {
            watch.abandon(CancellationError(), grace: pacing.cancelGrace)
        }
    }
}

extension ReaderChannel {
    fileprivate func use<Value>(
        _ body: (any CardChannel) throws -> Value, leaving disposition: CardDisposition,
        _ observe: (@Sendable (any Observation) -> Void)?
    ) throws -> Value {
        var ending = CardDisposition.leave
        defer { close(ending) }
        let value = try body(observe.map { ObservedChannel(self, observe: $0) } ?? self)
        ending = disposition
        return value
    }
}
