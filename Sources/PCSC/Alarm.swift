internal import Dispatch

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
