package import CardRecord

/// All that the screen of a desk shows, as it follows from what has happened.
package struct DeskModel: Sendable {
    /// A line of the day's log.
    package struct DayLine: Hashable, Sendable {
        package let at: String
        package fileprivate(set) var outcome: String?
        package fileprivate(set) var sheet: String?
        package let read: ReadID?
        /// The action that came to nothing so far.
        var action: String?
    }

    /// Longer than any screen is high.
    private static let mostDayLines = 200

    /// One a reader, by their names, so that each has its place every day.
    package private(set) var panes: [Pane] = []
    /// The last lines of the day's log, the newest last.
    package private(set) var day: [DayLine] = []

    package init() {}

    /// The pane of a reader.
    package func pane(of reader: String) -> Pane? { panes.first { $0.reader == reader } }

    /// Takes something in that has happened.
    package mutating func apply(_ change: Change) {
        switch change {
        case .attached(let reader):
            // One that was only gone for a moment keeps its place; another takes the place of what is gone.
            panes.removeAll { $0.isUnplugged && $0.reader != reader }
            at(reader) { $0.attach() }
        case .detached(let reader): at(reader) { $0.detach() }
        case .inserted(let reader): at(reader) { $0.insert() }
        case .progress(let reader, let share, let text): at(reader) { $0.progress(to: share, text) }
        case .read(let reader, let record): at(reader) { $0.show(record) }
        case .failed(let reader, let problem, let remedy, let outlasts):
            at(reader) { $0.fail(problem, remedy, outlasts: outlasts) }
        case .removed(let reader): at(reader) { $0.remove() }
        case .done(let reader, let read, let action, let text, let isGood):
            at(reader) { $0.note(Pane.Deed(read: read, action: action, text: text, isGood: isGood)) }
        case .day(let at, let outcome, let sheet, let read):
            note(DayLine(at: at, outcome: outcome, sheet: sheet, read: read))
        case .trouble(let at, let outcome, let action, let isGood):
            noteTrouble(DayLine(at: at, outcome: outcome, sheet: nil, read: nil, action: action), isGood: isGood)
        case .clear(let reader, let turn): at(reader) { $0.clear(turn: turn) }
        }
    }

    private mutating func at(_ reader: String, _ change: (inout Pane) -> Void) {
        if let index = panes.firstIndex(where: { $0.reader == reader }) { return change(&panes[index]) }
        var pane = Pane(reader: reader)
        change(&pane)
        panes.insert(pane, at: panes.firstIndex { reader < $0.reader } ?? panes.endIndex)
    }

    private mutating func note(_ line: DayLine) {
        if let read = line.read, let index = day.lastIndex(where: { $0.read == read }) {
            day[index].outcome = line.outcome ?? day[index].outcome
            day[index].sheet = line.sheet ?? day[index].sheet
        } else {
            append(line)
        }
    }

    private mutating func noteTrouble(_ line: DayLine, isGood: Bool) {
        if let index = day.lastIndex(where: { $0.action == line.action }) {
            day[index].outcome = line.outcome
        } else if !isGood {
            append(line)
        }
    }

    private mutating func append(_ line: DayLine) {
        day.append(line)
        if day.count > Self.mostDayLines { day.removeFirst() }
    }
}
