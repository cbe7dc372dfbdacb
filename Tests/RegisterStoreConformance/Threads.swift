internal import Foundation
internal import Synchronization

/// Does something on a thread of its own, and waits for it.
func onAnotherThread(_ body: @escaping @Sendable () throws -> Void) throws {
    let (failure, done) = (Failure(), DispatchSemaphore(value: 0))
    Thread {
        do { try body() } catch { failure.note(error) }
        done.signal()
    }.start()
    guard done.wait(timeout: .now() + 20) == .success else { throw Breach(description: "it waits for ever") }
    try failure.check()
}

/// Does something over and over on a thread of its own, with the number of the time, while another looks a hundred times.
func besides(_ body: @escaping @Sendable (Int) throws -> Void, look: () throws -> Void) throws {
    let (failure, done) = (Failure(), DispatchSemaphore(value: 0))
    let isOver = Mutex(false)
    Thread {
        do {
            var n = 1
            while !isOver.withLock({ $0 }) {
                try body(n)
                n += 1
            }
        } catch {
            failure.note(error)
        }
        done.signal()
    }.start()
    defer {
        isOver.withLock { $0 = true }
        done.wait()
    }
    for _ in 0..<100 { try look() }
    try failure.check()
}

private final class Failure: Sendable {
    private let error = Mutex<(any Error)?>(nil)

    func note(_ error: any Error) { self.error.withLock { $0 = error } }
    func check() throws { if let error = error.withLock({ $0 }) { throw error } }
}
