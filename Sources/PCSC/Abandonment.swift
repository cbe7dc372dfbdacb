internal import SmartCard
internal import Synchronization

/// What a card's thread and the task that waits for it know of each other: whether anyone still
/// waits, and if not, why.
///
/// A thread inside a call that hangs cannot be stopped. It is abandoned: its task goes on at once
/// with an error, and when the call does return, the thread finds that out at its next step, lets
/// go of the card and ends. Nobody uses its connection again.
final class Abandonment: Sendable {
    private let reasonToStop = Mutex<(any Error)?>(nil)
    private let giveUp: @Sendable (any Error) -> Void

    /// - Parameter giveUp: lets the waiting task go on, with an error.
    init(giveUp: @escaping @Sendable (any Error) -> Void) { self.giveUp = giveUp }

    /// Why the session was abandoned; `nil` while somebody waits for it.
    var reason: (any Error)? { reasonToStop.withLock { $0 } }

    /// Whether the thread should let go of everything.
    var isAbandoned: Bool { reason != nil }

    /// Abandons the session, at once or with some time to come to an end by itself.
    func abandon(_ error: any Error, grace: Duration = .zero) {
        let isFirst = reasonToStop.withLock { reason -> Bool in
            guard reason == nil else { return false }
            reason = error
            return true
        }
        guard isFirst else { return }
        if grace == .zero {
            giveUp(error)
        } else {
            _ = Alarm(after: grace) { [giveUp] in giveUp(error) }
        }
    }

    /// Makes a call that may hang, and abandons the session with `error` if it does.
    func within<Value>(
        _ limit: Duration, orElse error: CardSessionError, _ call: () throws(PCSCError) -> Value
    ) throws(PCSCError) -> Value {
        let alarm = Alarm(after: limit) { self.abandon(error) }
        defer { alarm.cancel() }
        return try call()
    }
}
