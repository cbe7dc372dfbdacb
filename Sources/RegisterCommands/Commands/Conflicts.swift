import ArgumentParser
import CardRecord
import Register
import RegisterModel

extension RegisterTool {
    /// `thaiid-register conflicts`: what a person has to decide.
    struct Conflicts: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "conflicts",
            abstract: "List cards that may be of somebody else with the same number, and decide.",
            discussion: "A card with another name and another birth date changes nothing until somebody has decided.")

        @Option(help: ArgumentHelp("The card that is decided on, by the id in the list.", valueName: "id"))
        var card: String?

        @ArgumentParser.Flag(help: "It is the same person.")
        var accept = false

        @ArgumentParser.Flag(help: "It is not.")
        var reject = false

        @Option(help: ArgumentHelp("Why.", valueName: "text"))
        var reason: String?

        @OptionGroup var store: StoreOptions

        func validate() throws {
            guard (card != nil) == (accept != reject), card == nil || reason != nil else {
                throw ValidationError(
                    thai: "การตัดสินต้องมี --card รหัส --reason เหตุผล และ --accept หรือ --reject อย่างเดียว",
                    english: "To decide: --card ID, --reason TEXT, and one of --accept and --reject.")
            }
        }

        func run() throws {
            let request = Request(
                .conflicts,
                [
                    "observation": card.map { .string($0) }, "accept": .bool(accept),
                    "reason": reason.map { .string($0) },
                ])
            try store.ask(request, telling: ChangeWords.conflicts)
        }
    }
}
