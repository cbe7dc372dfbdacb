import ArgumentParser
import CardRecord
import Register
import RegisterModel

extension RegisterTool {
    /// `thaiid-register purpose`: what for.
    struct Purpose: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "purpose", abstract: "Say what people are kept for, which fields, and how long.",
            subcommands: [List.self, Add.self, Edit.self], defaultSubcommand: List.self)

        struct List: ParsableCommand {
            static let configuration = CommandConfiguration(commandName: "list", abstract: "List the purposes.")

            @OptionGroup var store: StoreOptions

            func run() throws { try store.ask(Request(.purposeList), telling: OfficeWords.purposes) }
        }

        struct Add: ParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "add", abstract: "Add a purpose.",
                discussion: "Without --fields: all that a card says but photo, numbers of the chip, and health.")

            @OptionGroup var details: PurposeDetails
            @OptionGroup var store: StoreOptions

            func run() throws { try store.ask(details.request(.purposeAdd), telling: OfficeWords.purpose) }
        }

        struct Edit: ParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "edit", abstract: "Change a purpose, or retire it; needs somebody else's approval.")

            @ArgumentParser.Flag(help: "Nobody uses it any more; what was kept for it stays as long as it said.")
            var retire = false

            @OptionGroup var details: PurposeDetails
            @OptionGroup var store: StoreOptions

            func run() throws {
                try store.ask(details.request(.purposeEdit, retires: retire), telling: OfficeWords.purpose)
            }
        }
    }

    /// `thaiid-register processing`: the record of processing.
    struct Processing: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "processing", abstract: "Print the record of processing activities that the law asks for.")

        @OptionGroup var store: StoreOptions

        func run() throws { try store.ask(Request(.processing), telling: OfficeWords.processing) }
    }
}

/// What there is to say of a purpose.
struct PurposeDetails: ParsableArguments {
    @Option(help: ArgumentHelp("Its code: small letters, digits, hyphens.", valueName: "code"))
    var code: String

    @Option(help: ArgumentHelp("What for, in Thai.", valueName: "text"))
    var thai: String?

    @Option(help: ArgumentHelp("The same in English.", valueName: "text"))
    var english: String?

    @Option(help: ArgumentHelp("How many days people are kept after their last visit for it.", valueName: "days"))
    var days: Int?

    @Option(help: ArgumentHelp("Which fields it needs, by their keys.", valueName: "field,…"))
    var fields: String?

    @Option(help: ArgumentHelp("The law that it rests on.", valueName: "text"))
    var basis: String?

    func request(_ act: Act, retires: Bool = false) -> Request {
        Request(
            act,
            [
                "code": .string(code), "thai": thai.map { .string($0) }, "english": english.map { .string($0) },
                "days": days.map { .integer($0) }, "fields": fields.map(JSONValue.texts),
                "basis": basis.map { .string($0) },
                "retire": retires ? .bool(true) : nil,
            ])
    }
}
