import ArgumentParser
import CardRecord
import CardSources
import ThaiIDCard

extension Tool {
    /// `thaiid watch`: read every card that is put in.
    struct Watch: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "watch", abstract: "Read every card that is put into a reader, until interrupted.",
            discussion: "Readers may come and go, and the PC/SC service may restart, meanwhile.")

        @OptionGroup var selection: FieldSelection

        @OptionGroup var timeoutOption: TimeoutOption

        @Flag(help: "Print a line of JSON for everything that happens.")
        var ndjson = false

        @Flag(help: "Show only the last three digits of numbers that identify a person.")
        var mask = false

        @OptionGroup var languageOption: LanguageOption

        func run() throws {
            let shown = ShownFields(selection.selected, for: mask ? .masked : .desk)
            let teller: any DeskTeller =
                ndjson ? EventLines(shown: shown) : CardTexts(shown: shown, language: languageOption.language)
            let events = Cards.here.watch(
                ReadRequest(selection.selected), within: timeoutOption.timeout.map { .seconds($0) },
                progress: teller.tell)
            try Blocking.run { for try await event in events { try teller.tell(event) } }
        }
    }
}
