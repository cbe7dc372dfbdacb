import ArgumentParser
import CardRecord
import Register
import RegisterModel

extension RegisterTool {
    /// `thaiid-register pending`: what waits for a second pair of eyes.
    struct Pending: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pending", abstract: "List what waits for approval.")

        @OptionGroup var store: StoreOptions

        func run() throws { try store.ask(Request(.pending), telling: OfficeWords.pending) }
    }

    /// `thaiid-register approve`: the second pair.
    struct Approve: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "approve", abstract: "Approve what somebody else has asked for.",
            discussion: "It binds exactly what was asked; whoever asked says the same command again within 24 hours.")

        @Argument(help: ArgumentHelp("The request's number.", valueName: "number"))
        var number: Int

        @OptionGroup var store: StoreOptions

        func run() throws {
            try store.ask(Request(.approve, ["number": .integer(number)]), telling: OfficeWords.approve)
        }
    }
}
