import Dispatch
import Synchronization

/// Waits on the main thread for asynchronous work.
///
/// The commands are plain functions: only those that talk to the PC/SC service have anything to
/// wait for, and the others are spared the threads of the concurrency runtime at every start.
final class Blocking<Success: Sendable>: Sendable {
    private let result = Mutex<Result<Success, any Error>?>(nil)
    private let done = DispatchSemaphore(value: 0)

    /// Runs `work` to its end. Only the main thread, which nobody waits for, may call this.
    static func run(_ work: @escaping @Sendable () async throws -> Success) throws -> Success {
        let blocking = Blocking()
        Task {
            let result: Result<Success, any Error>
            do { result = .success(try await work()) } catch { result = .failure(error) }
            blocking.result.withLock { $0 = result }
            blocking.done.signal()
        }
        blocking.done.wait()
        guard let result = blocking.result.withLock({ $0 }) else { throw ToolError.internal("no result") }
        return try result.get()
    }
}
