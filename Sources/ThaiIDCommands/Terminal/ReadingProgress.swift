import Host
import SmartCard
import ThaiIDCard

/// The line on a terminal that says how far a read has come.
struct ReadingProgress: Sendable {
    private let language: Language
    private let isShown: Bool

    /// Shows itself only where standard error is a terminal that can redraw a line, and nothing else is told there.
    init(_ language: Language) {
        self.language = language
        isShown = Observer.current == nil && Process.isTerminal(2) && Process.environment("TERM") != "dumb"
    }

    /// Redraws the line.
    func show(_ progress: ReadProgress) {
        guard isShown else { return }
        let percent = progress.known * 100 / max(1, progress.needed)
        Output.tell("\r" + Bilingual("กำลังอ่านบัตร…", "Reading the card…")[language] + " \(percent)%")
    }

    /// Takes the line away.
    func clear() {
        if isShown { Output.tell("\r\u{1B}[K") }
    }
}
