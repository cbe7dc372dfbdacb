internal import Host
package import SheetRequest

extension PortraitMode {
    /// What a terminal says it can do, the best first; `nil` where it names nothing.
    package init?(_ answers: TerminalAnswers) {
        guard let mode = Self.allCases.first(where: { answers.names($0) }) else { return nil }
        self = mode
    }

    /// What the terminal of standard output can do; `nil` where it is not for pictures.
    package static func find() -> PortraitMode? {
        guard let kind = Process.environment("TERM"), kind != "dumb" else { return nil }
        let answers = ControllingTerminal.ask(TerminalAnswers.question) { TerminalAnswers($0).isComplete }
        return PortraitMode(TerminalAnswers(answers)) ?? (isTextUTF8 ? .blocks : nil)
    }

    private static var isTextUTF8: Bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(Process.environment).first?.lowercased()
        return locale?.contains("utf-8") == true || locale?.contains("utf8") == true
    }
}
