internal import CProcess
internal import Dispatch

/// The whole of the terminal of standard output, while a program draws on it: on its alternate screen, which
/// leaves nothing behind, with the cursor hidden and no key shown.
///
/// It is cleared and given back, with its settings as they were, when this is closed, when a signal stops or
/// ends the process, and, by a child that watches over it, when the process is killed.
package final class FullScreen: Sendable {
    /// What asks whoever draws to draw all again.
    package enum Call: Sendable {
        /// The terminal was given back meanwhile; it has to be taken again.
        case continued
        /// It has another size.
        case resized
    }

    private static let clear = "\u{1B}[0m\u{1B}[H\u{1B}[J"
    /// The alternate screen, and the cursor hidden.
    private static let entry = "\u{1B}[?1049h\u{1B}[?25l" + clear
    private static let exit = clear + "\u{1B}[?25h\u{1B}[?1049l"

    /// Stops this process, as long as the terminal belongs to another job.
    package static func awaitForeground() { process_await_foreground(Descriptor.output) }

    /// Makes ready to take it; nothing is written yet.
    ///
    /// - Parameters:
    ///   - cleaning: what takes away more than text, where such was drawn.
    ///   - hear: gets each call, on a thread of its own.
    package init?(cleaning: String, hear: @escaping @Sendable (Call) -> Void) {
        // Opened anew, so that whoever started this process keeps a terminal that is waited for.
        let own = Descriptor.open("/dev/fd/\(Descriptor.output)", [.both, .notOwn, .noWaiting])
        let terminal = own >= 0 ? own : Descriptor.copy(Descriptor.output, least: 3)
        guard terminal >= 0, let (reading, writing) = try? Descriptor.makePipe() else { return nil }
        Descriptor.neverWait(writing)
        let farewell = Array((cleaning + Self.exit).utf8)
        guard process_take_screen(terminal, farewell, farewell.count, writing) == 0 else { return nil }
        DispatchQueue(label: "thaiid.screen.signals").async {
            while let notes = Descriptor.read(reading, capacity: 16), !notes.isEmpty {
                hear(notes.contains(UInt8(PROCESS_CONTINUED)) ? .continued : .resized)
            }
        }
    }

    /// Takes the terminal, at first and after it was given back, and empties it; `false` where the process is about
    /// to stop or end. In the background, the process is stopped here.
    package func take() -> Bool { process_show_screen() != 0 && write(Self.entry) }

    /// Writes to it; `false` where it is not this process's any more.
    @discardableResult
    package func write(_ text: String) -> Bool { write(Array(text.utf8)) }

    /// Writes to it; `false` where it is not this process's any more.
    @discardableResult
    package func write(_ bytes: [UInt8]) -> Bool { process_write_screen(bytes, bytes.count) != 0 }

    /// Clears it and gives it back for good.
    package func close() { process_return_screen() }
}
