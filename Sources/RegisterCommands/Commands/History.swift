import ArgumentParser
import RegisterModel

extension RegisterTool {
    /// `thaiid-register history`
    struct History: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "history", abstract: "Tell what became known of a person, when, and who came when.")

        @OptionGroup var past: PastOptions

        func run() throws { try past.ask(.history, telling: HistoryWords.history) }
    }
}
