import ArgumentParser
import CardRecord
import Register
import RegisterModel

extension RegisterTool {
    /// `thaiid-register history`
    struct History: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "history", abstract: "Tell what became known of a person, when, and who came when.")

        @ArgumentParser.Flag(help: "Show numbers whole, where your role may.")
        var unmask = false

        @OptionGroup var person: PersonOptions
        @OptionGroup var purpose: PurposeOptions
        @OptionGroup var store: StoreOptions

        func run() throws {
            let (purpose, who) = (try self.purpose.needed(store), try person.members())
            let request = Request(
                .history, purpose: purpose.purpose, reference: purpose.reference, desk: purpose.desk,
                [
                    "citizenID": who.citizenID.map { .string($0) }, "person": who.person.map { .string($0) },
                    "unmask": .bool(unmask),
                ])
            try store.ask(request, telling: HistoryWords.history)
        }
    }
}
