import ArgumentParser
import CardRecord
import Register
import RegisterModel

extension RegisterTool {
    /// `thaiid-register officer`: who may do what.
    struct Officer: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "officer", abstract: "Say who may do what.", subcommands: [List.self, Add.self, Revoke.self],
            defaultSubcommand: List.self)

        struct List: ParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "list", abstract: "List officers and their roles.")

            @OptionGroup var store: StoreOptions

            func run() throws { try store.ask(Request(.officerList), telling: OfficeWords.officers) }
        }

        struct Add: ParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "add", abstract: "Give an account of this machine roles; or others than before.",
                discussion:
                    "desk saves and shows by card; officer also searches and corrects; super looks after officers, purposes and keys; auditor reads the log and no person."
            )

            @Argument(help: ArgumentHelp("The account's name.", valueName: "account"))
            var account: String

            @Option(help: ArgumentHelp("desk, officer, super, auditor.", valueName: "role,…"))
            var roles: String

            @Option(help: ArgumentHelp("Only these purposes.", valueName: "code,…"))
            var purposes: String?

            @Option(help: ArgumentHelp("Only in these hours: 'mon-fri 08:30-16:30'.", valueName: "hours"))
            var hours: String?

            @Option(help: ArgumentHelp("So many looks a day.", valueName: "number"))
            var quota: Int?

            @OptionGroup var store: StoreOptions

            func run() throws {
                let request = Request(
                    .officer,
                    [
                        "account": .string(account), "roles": .texts(roles), "purposes": purposes.map(JSONValue.texts),
                        "hours": hours.map { .string($0) }, "quota": quota.map { .integer($0) },
                    ])
                try store.ask(request, telling: OfficeWords.officer)
            }
        }

        struct Revoke: ParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "revoke", abstract: "Take an account's roles away.")

            @Argument(help: ArgumentHelp("The account's name.", valueName: "account"))
            var account: String

            @OptionGroup var store: StoreOptions

            func run() throws {
                try store.ask(
                    Request(.officer, ["account": .string(account), "revoke": .bool(true)]),
                    telling: OfficeWords.officer)
            }
        }
    }
}

extension JSONValue {
    /// What stands between commas.
    static func texts(_ list: String) -> JSONValue {
        .array(list.split(separator: ",").map { .string(String($0).trimmingBlanks) })
    }
}
