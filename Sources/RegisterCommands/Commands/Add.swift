import ArgumentParser
import CardRecord
import Host
import RecordFiles
import Register
import RegisterModel
import RegisterServer
import ThaiIDCard

extension RegisterTool {
    /// `thaiid-register add`: a person without a card.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Add a person without a card, typed and with a reason.",
            discussion: """
                What is typed is shown as typed wherever it is shown, with reason and officer, and gives way to the first \
                card that is read.
                """)

        @Option(help: ArgumentHelp("Why there is no card.", valueName: "text"))
        var reason: String

        @Option(
            help: ArgumentHelp(
                "- takes the citizen ID from standard input; without it, it is asked for.", valueName: "-"))
        var id: String?

        @Option(
            help: ArgumentHelp(
                "Title, given name, middle name and family name in Thai, with commas between them.",
                valueName: "a,b,c,d"))
        var nameThai: String

        @Option(help: ArgumentHelp("The same in English.", valueName: "a,b,c,d"))
        var nameEnglish: String?

        @Option(
            help: ArgumentHelp(
                "Birth date in Buddhist years, as far as it is known: 2533, 2533-04, 2533-04-15.", valueName: "date"))
        var born: String?

        @Option(help: ArgumentHelp("male or female.", valueName: "sex"))
        var sex: String?

        @OptionGroup var purpose: PurposeOptions
        @OptionGroup var store: StoreOptions

        func run() throws {
            let citizenID = try AskedNumber.digits(id: id)
            let record = try TypedRecord(
                citizenID: citizenID, nameThai: nameThai, nameEnglish: nameEnglish, born: born, sex: sex
            ).json()
            let purpose = try self.purpose.needed(store)
            let request = Request(
                .add, purpose: purpose.purpose, reference: purpose.reference, desk: purpose.desk,
                [
                    "record": record, "reason": .string(reason),
                ])
            try store.ask(request) { answer, language in [SaveWords.line(of: answer, language)] }
        }
    }
}
