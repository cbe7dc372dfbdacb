import ArgumentParser
import CardRecord
import Register
import RegisterModel

extension RegisterTool {
    /// `thaiid-register shift`: who sits at the desk.
    struct Shift: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "shift", abstract: "Say whose shift it is, by the officer's card.",
            discussion: "Every line of the log then says so. It tells who sits there; the account stays the proof.",
            subcommands: [Start.self, End.self])

        struct Start: ParsableCommand {
            static let configuration = CommandConfiguration(commandName: "start", abstract: "Begin a shift.")

            @OptionGroup var person: PersonOptions
            @OptionGroup var store: StoreOptions

            func run() throws {
                let asked = try person.asked(Request(.shift))
                guard asked.arguments["citizenID"] != nil else { throw CommandFault.notCitizenID }
                try store.ask(asked, telling: OfficeWords.shift)
            }
        }

        struct End: ParsableCommand {
            static let configuration = CommandConfiguration(commandName: "end", abstract: "End it.")

            @OptionGroup var store: StoreOptions

            func run() throws { try store.ask(Request(.shift), telling: OfficeWords.shift) }
        }
    }
}
