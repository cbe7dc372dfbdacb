import ArgumentParser
import CardRecord
import Register
import RegisterModel

extension RegisterTool {
    /// `thaiid-register erase`: somebody is to be forgotten.
    struct Erase: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "erase", abstract: "Erase a person, for good, in every copy.",
            discussion: """
                The key to all that is kept of the person is destroyed; a copy of the data is noise from then on, once \
                copies of the keys are past their 30 days. Needs somebody else's approval where the office has roles.
                """)

        @Option(help: ArgumentHelp("Why.", valueName: "text"))
        var reason: String

        @ArgumentParser.Flag(help: "Do not ask whether it is meant.")
        var yes = false

        @OptionGroup var person: PersonOptions
        @OptionGroup var purpose: PurposeOptions
        @OptionGroup var store: StoreOptions

        func run() throws {
            let asked = try person.asked(Request(.erase, reference: purpose.reference, ["reason": .string(reason)]))
            if !yes, !(try Prompt.agrees(ChangeWords.eraseQuestion)) { throw CommandFault.notAgreed }
            try store.ask(asked, telling: ChangeWords.erase)
        }
    }

    /// `thaiid-register purge`: whoever is no longer needed.
    struct Purge: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "purge", abstract: "Erase everybody of whom the last purpose has run out.",
            discussion: "Each is kept as many days as the purposes say, from the last visit on.")

        @ArgumentParser.Flag(help: "Only tell how many there are.")
        var dryRun = false

        @OptionGroup var purpose: PurposeOptions
        @OptionGroup var store: StoreOptions

        func run() throws {
            let request = Request(.purge, purpose: purpose.purpose, ["dryRun": .bool(dryRun)])
            try store.ask(request, telling: ChangeWords.purge)
        }
    }
}
