import CardFormats
import CardRecord
import Host
import RecordFiles
import ThaiIDCard

/// What a person is told of a conversion: which lines are left out, what the format says otherwise, and on a
/// terminal a line that says how many records are done, with a bar where it is known of how many.
struct ConversionProgress {
    private static let interval = Duration.milliseconds(100)
    private static let cells = 24
    /// How many lines that are no records are told one by one.
    private static let mostTold = 20

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

    /// Tells what has happened to a record.
    mutating func tell(_ step: Conversion.Step) {
        switch step {
        case .put(let count, let share): show(count, share)
        case .leftOut(let count, let error):
            clear()
            if count <= Self.mostTold { tell(ToolError(error).words.problem) }
        }
    }

    /// Tells what there is to say of all of it.
    ///
    /// - Throws: that lines were left out.
    func tell(_ outcome: Conversion.Outcome) throws(ToolError) {
        clear()
        for note in outcome.notes { tell(note.text, note.count) }
        guard outcome.leftOut == 0 else { throw .recording(.leftOut(outcome.leftOut)) }
    }

    private func tell(_ text: Bilingual, _ count: Int = 1) {
        Output.tell(SafeText.clean(text[language]) + (count > 1 ? " (× \(count))" : "") + "\n")
    }

    /// Redraws the line, ten times a second at most.
    private mutating func show(_ count: Int, _ share: Double?) {
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
