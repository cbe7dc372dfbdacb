import Host
import ThaiIDCard

/// The line on a terminal that says how many records are done, with a bar where it is known of how many.
struct ConversionProgress {
    private static let interval = Duration.milliseconds(100)
    private static let cells = 24

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
    mutating func show(_ count: Int, _ share: Double?) {
        guard isShown, clock.now >= next else { return }
        next = clock.now + Self.interval
        let bar = share.map(Self.bar) ?? ""
        Output.tell("\r" + bar + Bilingual("แปลงแล้ว \(count) ระเบียน", "\(count) records")[language])
    }

    /// `[############------------]  50 %  `
    static func bar(_ share: Double) -> String {
        let done = Int(share * Double(cells))
        let percent = String(Int(share * 100))
        return "[" + String(repeating: "#", count: done) + String(repeating: "-", count: cells - done) + "] "
            + String(repeating: " ", count: max(0, 3 - percent.count)) + percent + " %  "
    }

    /// Takes the line away.
    func clear() {
        if isShown { Output.tell("\r\u{1B}[K") }
    }
}
