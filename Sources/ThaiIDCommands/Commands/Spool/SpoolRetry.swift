import ArgumentParser
import CardRecord
import FrontDesk
import ThaiIDCard

extension Tool.Spool {
    /// `thaiid spool retry`: do now what waits.
    struct Retry: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retry",
            abstract: "Do what waits now; without names, all but sheets that may be on paper by now.",
            discussion: """
                A sheet of which nobody knows whether it came out of the printer is printed again only where it is \
                named.
                """)

        @Argument(help: ArgumentHelp("Names of entries, as thaiid spool list shows them.", valueName: "entry"))
        var entries: [String] = []

        @OptionGroup var languageOption: LanguageOption

        func run() throws {
            let spool = try asToolError(spool: try Spool.usual())
            let names = try entries.map { text throws(ToolError) in try spool.name(text) }
            let clerk = Clerk(spool, speaking: languageOption.language)
            var failure: ActionError?
            for name in names.isEmpty ? spool.names() : names {
                guard let entry = try spool.entry(name, isNamed: !names.isEmpty) else { continue }
                if names.isEmpty, entry.state.isPaperUnsure { continue }
                let report = clerk.retry(entry)
                Output.tell("\(name)  \(SafeText.clean(DeskWords.line(report)[languageOption.language]))\n")
                switch report.outcome {
                case .done: break
                case .waiting(let error, _), .failed(let error): failure = error
                }
            }
            if let failure { throw ToolError(failure) }
        }
    }
}

extension Clerk {
    /// Works on entries that a person names, one after another, and reports by what it returns.
    convenience init(_ spool: Spool, speaking language: Language) {
        self.init(spool, speaking: language, codeOf: { ToolError($0).identity.code }, tell: { _ in })
    }
}

extension Spool {
    /// The name that a person typed.
    func name(_ text: String) throws(ToolError) -> EntryName {
        guard let name = EntryName(text) else { throw .desk(.noEntry(SafeText.clean(text))) }
        return name
    }

    /// An entry; `nil` where it is gone or in other hands, unless a person named it.
    func entry(_ name: EntryName, isNamed: Bool) throws(ToolError) -> SpoolEntry? {
        switch try asToolError(try open(name)) {
        case .entry(let entry): return entry
        case .gone where isNamed: throw .desk(.noEntry("\(name)"))
        case .busy where isNamed: throw .desk(.busyEntry("\(name)"))
        case .gone, .busy: return nil
        }
    }
}
