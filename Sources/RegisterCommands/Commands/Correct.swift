import ArgumentParser
import CardRecord
import Register
import RegisterModel
import ThaiIDCard

extension RegisterTool {
    /// `thaiid-register correct`: what an officer knows better than the card.
    struct Correct: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "correct", abstract: "Correct a field, with a reason, until a newer card comes.",
            discussion: """
                What the card said stays, and history tells it. The value is a text, or the field as a record has it in \
                JSON: '{"title":"…","first":"…","middle":null,"last":"…","full":"…"}'.
                """)

        @Option(
            help: ArgumentHelp("The field's key: nameThai, nameEnglish, birthDate, sex, address.", valueName: "key"))
        var field: String

        @Option(help: ArgumentHelp("What is right: text, or JSON.", valueName: "value"))
        var value: String?

        @ArgumentParser.Flag(help: "Take a correction back.")
        var remove = false

        @Option(help: ArgumentHelp("Why.", valueName: "text"))
        var reason: String

        @OptionGroup var person: PersonOptions
        @OptionGroup var store: StoreOptions

        func validate() throws {
            guard (value == nil) == remove else {
                throw ValidationError(
                    thai: "เลือกอย่างเดียว: --value หรือ --remove", english: "One of --value and --remove.")
            }
        }

        func run() throws {
            let request = Request(
                .correct,
                [
                    "field": .string(field), "reason": .string(reason), "remove": .bool(remove),
                    "value": value.map { JSONValue(parsing: Array($0.utf8)) ?? .string($0) },
                ])
            try store.ask(person.asked(request), telling: ChangeWords.correct)
        }
    }
}
