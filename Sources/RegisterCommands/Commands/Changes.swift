import ArgumentParser
import RegisterModel

extension RegisterTool {
    /// `thaiid-register changes`
    struct Changes: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "changes", abstract: "Tell what of a person has changed, in words.")

        @OptionGroup var past: PastOptions

        func run() throws { try past.ask(.changes, telling: HistoryWords.changes) }
    }
}
