internal import Synchronization

/// A result that one of several threads settles and one task waits for. The first to settle wins.
final class Outcome<Success: Sendable, Failure: Error>: Sendable {
    private enum State {
        case open
        case awaited(CheckedContinuation<Result<Success, Failure>, Never>)
        case settled(Result<Success, Failure>)
    }

    private let state = Mutex(State.open)

    /// Settles it, unless that has happened.
    func settle(_ result: Result<Success, Failure>) {
        let waiting = state.withLock { state -> CheckedContinuation<Result<Success, Failure>, Never>? in
            switch state {
            case .open:
                state = .settled(result)
                return nil
            case .awaited(let continuation):
                state = .settled(result)
                return continuation
            case .settled:
                return nil
            }
        }
        waiting?.resume(returning: result)
    }

    /// Waits until it is settled. One task only.
    func value() async throws(Failure) -> Success {
        let result = await withCheckedContinuation { continuation in
            let settled = state.withLock { state -> Result<Success, Failure>? in
                if case .settled(let result) = state { return result }
                state = .awaited(continuation)
                return nil
            }
            if let settled { continuation.resume(returning: settled) }
        }
        return try result.get()
    }
}
