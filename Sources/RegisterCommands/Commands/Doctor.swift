import ArgumentParser
import CardRecord
import Register
import RegisterModel

extension RegisterTool {
    /// `thaiid-register doctor`: is it well.
    struct Doctor: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "doctor", abstract: "Tell whether the register is well, and what is due.")

        @OptionGroup var store: StoreOptions

        func run() throws { try store.ask(Request(.doctor), telling: OfficeWords.doctor) }
    }
}
