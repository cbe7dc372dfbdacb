internal import CardFormats
internal import ThaiIDCard

/// How a text stands out. What is said by it is said in words, too.
package enum Style: Hashable, Sendable, CaseIterable {
    case plain
    /// What is looked at first.
    case strong
    /// What is only to be found when it is looked for.
    case faint
    /// Something has gone well.
    case good
    /// Something has gone wrong.
    case bad
    /// Something to look at.
    case odd
    /// What nobody may miss.
    case alarm
    /// The bar at the head.
    case title

    /// The numbers of its control sequence.
    func codes(inColour: Bool) -> String {
        switch self {
        case .plain: ""
        case .strong: "1"
        case .faint: inColour ? "2" : ""
        case .good: inColour ? "32" : ""
        case .bad: inColour ? "1;31" : "1"
        case .odd: inColour ? "33" : ""
        case .alarm: inColour ? "1;37;41" : "1;7"
        case .title: "7"
        }
    }
}

/// One line of a screen, safe to show.
package struct ScreenLine: Hashable, Sendable {
    /// A text of one style.
    package struct Run: Hashable, Sendable {
        package let text: String
        package let style: Style
    }

    package private(set) var runs: [Run] = []

    package init(_ text: String = "", _ style: Style = .plain) {
        let text = SafeText.clean(text)
        if !text.isEmpty { runs = [Run(text: text, style: style)] }
    }

    /// The text alone.
    package var text: String { runs.map(\.text).joined() }

    /// How many columns it takes.
    package var columns: Int { runs.reduce(0) { $0 + TerminalColumns.count($1.text) } }

    package static func + (one: ScreenLine, other: ScreenLine) -> ScreenLine {
        var line = one
        line.runs += other.runs
        return line
    }

    /// The line in exactly so many columns: what is too much goes, with a mark, and spaces fill it up.
    package func fitted(to columns: Int, _ filling: Style = .plain) -> ScreenLine {
        let own = self.columns
        if own <= columns { return self + ScreenLine(String(repeating: " ", count: columns - own), filling) }
        var line = ScreenLine()
        var room = columns - 1
        for run in runs where room >= 0 {
            let part = TextFlow.head(of: run.text, columns: room)
            line.runs.append(Run(text: part, style: run.style))
            room -= TerminalColumns.count(part)
            if part != run.text { break }
        }
        let rest = columns - line.columns
        if rest > 0 { line.runs.append(Run(text: "…" + String(repeating: " ", count: rest - 1), style: filling)) }
        return line
    }
}
