import ArgumentParser
import CardRecord
import Register
import RegisterModel

extension RegisterTool {
    /// `thaiid-register link`: somebody got a new number.
    struct Link: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "link", abstract: "Say that a person is another, who has a new number.",
            discussion: "Nothing is copied; the old number finds the new person, until thaiid register unlink.")

        @Argument(help: ArgumentHelp("The register's id of the person with the old number.", valueName: "old"))
        var old: String

        @Argument(help: ArgumentHelp("The register's id of the person with the new one.", valueName: "new"))
        var new: String

        @Option(help: ArgumentHelp("Why, and by which document.", valueName: "text"))
        var reason: String

        @OptionGroup var store: StoreOptions

        func run() throws {
            let request = Request(.link, ["old": .string(old), "new": .string(new), "reason": .string(reason)])
            try store.ask(request, telling: ChangeWords.link)
        }
    }

    /// `thaiid-register unlink`: they are two after all.
    struct Unlink: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "unlink", abstract: "Undo a link.")

        @Argument(help: ArgumentHelp("The register's id of the person with the old number.", valueName: "old"))
        var old: String

        @Option(help: ArgumentHelp("Why.", valueName: "text"))
        var reason: String

        @OptionGroup var store: StoreOptions

        func run() throws {
            let request = Request(.unlink, ["person": .string(old), "reason": .string(reason)])
            try store.ask(request, telling: ChangeWords.unlink)
        }
    }
}
