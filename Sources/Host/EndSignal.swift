internal import CProcess

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The first interrupt, termination or hangup from now on, for whoever has something to do before the end. A second
/// one ends the process as ever.
package final class EndSignal: Sendable {
    /// That which asks for a clean end, and means no failure.
    package static let termination = SIGTERM

    private let descriptor: Int32

    /// Waits for one from now on, as long as the process lives; `nil` where that cannot be told.
    package init?() {
        guard let pipe = try? Descriptor.makePipe(), process_note_end(pipe.writing) >= 0 else { return nil }
        descriptor = pipe.reading
    }

    /// Has the calling thread wait.
    ///
    /// - Returns: the signal's number.
    package func wait() -> Int32 { Descriptor.read(descriptor, capacity: 1)?.first.map(Int32.init) ?? 0 }
}
