import ProcessIO
import ThaiIDCard

/// The line on a terminal that says how many records are done.
struct ConversionProgress {
    private static let interval = Duration.milliseconds(100)

    private let language: Language
    private let isShown: Bool
    private let clock = ContinuousClock()
    private var next: ContinuousClock.Instant

    /// Shows itself only where standard error is a terminal that can redraw a line.
    init(_ language: Language) {
        self.language = language
        isShown = Process.isTerminal(2) && Process.environment("TERM") != "dumb"
        next = clock.now + Self.interval
    }

    /// Redraws the line, ten times a second at most.
    mutating func show(_ count: Int) {
        guard isShown, clock.now >= next else { return }
        next = clock.now + Self.interval
        Output.tell("\r" + Bilingual("แปลงแล้ว \(count) ระเบียน", "\(count) records")[language])
    }

    /// Takes the line away.
    func clear() {
        if isShown { Output.tell("\r\u{1B}[K") }
    }
}
