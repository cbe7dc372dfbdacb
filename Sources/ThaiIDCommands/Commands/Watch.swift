import ArgumentParser
import CardFormats
import CardRecord
import PCSC
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
            let watch = CardWatch(
                fields: selection.selected, timeout: timeoutOption.timeout, isMasked: mask,
                language: ndjson ? nil : languageOption.language)
            try Blocking.run { try await watch.run() }
        }
    }
}
