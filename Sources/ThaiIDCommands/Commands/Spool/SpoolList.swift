import ArgumentParser
import CardRecord
import FrontDesk
import ThaiIDCard

extension Tool.Spool {
    /// `thaiid spool list`: what waits, and for what.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List what is still to be done, and what keeps it.")

        @Flag(help: "Print one line of JSON.")
        var json = false

        @OptionGroup var languageOption: LanguageOption

        func run() throws {
            let spool = try asToolError(spool: try Spool.usual())
            let rows = spool.names().compactMap { SpoolRow($0, in: spool) }
            let language = languageOption.language
            guard !json else {
                let entries = JSONValue.Member(name: "entries", value: .array(rows.map(\.json)))
                return try Output.write(JSONValue.object([.init(.spool), entries]).line + "\n")
            }
            guard !rows.isEmpty else { return try Output.write(SpoolWords.nothing[language] + "\n") }
            try Output.write(lines: rows.flatMap { $0.lines(in: language) })
        }
    }
}

/// An entry as it is listed.
private struct SpoolRow {
    /// What it waits for.
    enum State: String {
        /// For its first try, or the next.
        case waiting
        /// For a person, who has to look after the paper.
        case asks
        /// For a person, who has to do something about the failure.
        case failed
        /// For nothing: somebody is doing it.
        case busy
        /// Nobody knows: it cannot be read.
        case unreadable
    }

    let name: EntryName
    let state: State
    let content: EntryContent?
    let progress: EntryState

    /// `nil` where it has gone meanwhile.
    init?(_ name: EntryName, in spool: Spool) {
        self.name = name
        switch try? spool.open(name) {
        case .gone: return nil
        case .busy, nil: (state, content, progress) = (.busy, nil, EntryState())
        case .entry(let entry):
            (content, progress) = (entry.content, entry.state)
            state =
                entry.content == nil
                ? .unreadable : progress.isPaperUnsure ? .asks : progress.isHeld ? .failed : .waiting
        }
    }

    var json: JSONValue {
        [
            "entry": .string("\(name)"), "at": JSONValue(content?.at), "reader": JSONValue(content?.reader),
            "action": JSONValue(content?.action.name.rawValue), "sheet": JSONValue(content?.action.audit),
            "state": .string(state.rawValue), "failures": .integer(progress.failures),
            "failure": JSONValue(progress.failure),
        ]
    }

    func lines(in language: Language) -> [String] {
        let time = content.map { "\($0.at.prefix(10)) \($0.at.dropFirst(11).prefix(5))" }
        let sheet = content?.action.audit.map { " \($0)" } ?? ""
        let words = SpoolWords.state(state.rawValue, failures: progress.failures, failure: progress.failure)
        let what = content.map { SpoolWords.action($0.action.name)[language] + sheet }
        return ["\(name)  " + [time, what, words[language]].compactMap { $0 }.joined(separator: "  ")]
    }
}
