internal import Dispatch
internal import SmartCard

/// Runs calls that block where they keep nobody else waiting.
enum OwnThread {
    /// Starts `work` on a thread of its own. (A serial queue gets one from the system for as long
    /// as it has work; nothing else runs on it, and Swift's pool of threads stays free.)
    static func start(_ name: String, _ work: @escaping @Sendable () -> Void) {
        DispatchQueue(label: "thaiid.pcsc." + name, qos: .userInitiated).async(execute: work)
    }

    /// Waits for `work`, but no longer than `limit`: then `expired` is thrown, and what the thread
    /// still does is lost.
    static func run<Success: Sendable>(
        _ name: String, within limit: Duration, orElse expired: PCSCError,
        _ work: @escaping @Sendable () throws(PCSCError) -> Success
    ) async throws(PCSCError) -> Success {
        let outcome = Outcome<Success, PCSCError>()
        let alarm = Alarm(after: limit) { outcome.settle(.failure(expired)) }
        defer { alarm.cancel() }
        start(name) {
            do throws(PCSCError) {
                outcome.settle(.success(try work()))
            } catch {
                outcome.settle(.failure(error))
            }
        }
        return try await outcome.value()
    }
}

/// Something that happens after a while unless it is called off. It happens on a thread that must
/// not be kept.
struct Alarm {
    private let item: DispatchWorkItem

    private static let queue = DispatchQueue(label: "thaiid.pcsc.alarms", qos: .userInitiated)

    init(after duration: Duration, _ action: @escaping @Sendable () -> Void) {
        item = DispatchWorkItem(block: action)
        Self.queue.asyncAfter(deadline: .now() + duration.dispatchInterval, execute: item)
    }

    /// Calls it off, if it has not happened.
    func cancel() { item.cancel() }
}
