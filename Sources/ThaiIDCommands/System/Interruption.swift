import CProcess
import Host

/// The first interrupt, where it asks for an end and not for nothing to be left: what has come so far
/// is then kept. A second one ends the process as ever.
struct Interruption {
    /// Can be read from once the interrupt has come; -1 where that cannot be told.
    let descriptor: Int32

    /// Waits for one from now on.
    init() { descriptor = process_note_interrupt() }

    /// Whether it has come.
    var hasCome: Bool { descriptor >= 0 && !Descriptor.readable([descriptor], until: .now).isEmpty }
}
