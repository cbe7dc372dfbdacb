internal import CProcess

/// The first interrupt from now on, where it asks for an end and not for nothing to be left: what has come so
/// far is then kept. A second one ends the process as ever.
package final class Interruption {
    /// Can be read from once the interrupt has come; -1 where that cannot be told.
    package let descriptor: Int32
    private let end: Int32
    private let place: Int32

    /// Waits for one from now on.
    package init() {
        (descriptor, end) = (try? Descriptor.makePipe()) ?? (-1, -1)
        place = end >= 0 ? process_note_interrupt(end) : -1
    }

    deinit {
        guard descriptor >= 0 else { return }
        // A signal that is about to tell of the interrupt needs its end of the pipe.
        if process_forget(place) == 0 { Descriptor.close(end) }
        Descriptor.close(descriptor)
    }

    /// Whether it has come.
    package var hasCome: Bool { descriptor >= 0 && !Descriptor.readable([descriptor], until: .now).isEmpty }
}
