public import SmartCard

/// The PC/SC service of this machine, and through it the readers that are really there.
///
/// The service (pcscd on Linux) owns the readers and shares them between programs. Its calls block,
/// so each card and each watch gets a thread of its own here, and the functions that wait for one
/// are asynchronous. A value of this type holds nothing open: every function reaches the service
/// anew.
public struct PCSCService: Sendable {
    let calls: any PCSCCalls
    let pacing: Pacing
    /// Who is told what happens, if anybody is.
    let observe: (@Sendable (any Observation) -> Void)?

    /// The service of this machine, running or not.
    public init() { self.init(calls: SystemCalls(), pacing: Pacing()) }

    init(calls: any PCSCCalls, pacing: Pacing) {
        let observe = Observer.current
        self.calls = observe.map { ObservedCalls(calls: calls, observe: $0) } ?? calls
        self.pacing = pacing
        self.observe = observe
    }

    /// The attached readers and what is in them, in the service's order; empty where none is
    /// attached.
    ///
    /// - Parameter timeout: how long that may take; 5 s where nothing is said, and never more.
    /// - Throws: `noService` where nothing answers, `securityViolation` where the service refuses
    ///   this user, `serviceStopped` where it is of another version than the library, `timeout`
    ///   where it hangs.
    public func readers(timeout: Duration? = nil) async throws(PCSCError) -> [ReaderState] {
        let limit = min(timeout ?? pacing.serviceLimit, pacing.serviceLimit)
        return try await OwnThread.run("readers", within: limit, orElse: .timeout) {
            [calls] () throws(PCSCError) in
            try calls.withContext { context throws(PCSCError) in
                var states: [ReaderState] = []
                for name in try calls.listReaders(context) {
                    do throws(PCSCError) {
                        states.append(try calls.state(of: name, context))
                    } catch .unknownReader {
                        continue  // It left since it was listed.
                    }
                }
                return states
            }
        }
    }

    /// Readers and cards as they come and go, from what is there now until the sequence or the task
    /// that reads it is let go.
    public func readerEvents() -> ReaderEvents { ReaderEvents(reports: readerReports()) }

    /// The same, with the time at which each thing was reported and what else was known then.
    package func readerReports() -> ReaderReports { ReaderReports(calls: calls, pacing: pacing, observe: observe) }

    /// Looks at the service from outside, for a diagnosis.
    package func probe() async -> ServiceProbe {
        let path = ServiceProbe.systemSocketPath
        let knock = try? await OwnThread.run("knock", within: pacing.serviceLimit, orElse: .timeout) {
            path.map(ServiceProbe.Socket.init(knockingAt:))
        }
        let establishError: PCSCError?
        do throws(PCSCError) {
            try await OwnThread.run("probe", within: pacing.serviceLimit, orElse: .timeout) {
                [calls] () throws(PCSCError) in try calls.withContext { _ in }
            }
            establishError = nil
        } catch {
            establishError = error
        }
        return ServiceProbe(socketPath: path, socket: knock ?? nil, establishError: establishError)
    }
}

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
