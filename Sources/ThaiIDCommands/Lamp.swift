import SmartCard
import Synchronization
import ThaiIDCard

/// Light on the way to a card: tells on standard error, a line each, what the layers below do.
///
/// Nothing that a card says of its holder is told unless somebody asks for values. The lines are for
/// whoever looks for a fault, and no contract: scripts must not rely on them.
struct Lamp: Sendable {
    /// How much is told.
    enum Level: String, CaseIterable, Sendable {
        case info, debug, traffic
    }

    private let level: Level
    private let showsValues: Bool
    private let text: LampText
    private let start = ContinuousClock.now

    /// - Parameter showsValues: whether `traffic` has the bytes that pass, too.
    init(_ level: Level, showsValues: Bool, in language: Language) {
        self.level = level
        self.showsValues = showsValues
        text = LampText(language: language)
    }

    /// Lights all that this process does from now on.
    func shine() { Observer.ofProcess.withLock { $0 = { tell($0) } } }

    private func tell(_ observation: any Observation) {
        guard let line = whatToTell(of: observation) else { return }
        Output.tell(LampText.line(line, at: ContinuousClock.now - start))
    }

    /// What is told of an observation; `nil` for nothing.
    func whatToTell(of observation: any Observation) -> String? {
        switch observation {
        case let exchange as ObservedChannel.Exchange:
            level == .traffic ? text.text(of: exchange, showingValues: showsValues) : nil
        case is DeskObservation: text.whatToTell(of: observation)
        default: level == .info ? nil : text.whatToTell(of: observation)
        }
    }
}
