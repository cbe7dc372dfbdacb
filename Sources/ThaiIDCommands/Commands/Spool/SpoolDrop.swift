import ArgumentParser
import CardRecord
import FrontDesk
import ThaiIDCard

extension Tool.Spool {
    /// `thaiid spool drop`: forget what waits.
    struct Drop: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "drop", abstract: "Forget entries: what they hold is not filed, and is gone.",
            discussion: "Of a sheet that was logged the log gets a line that it came to nothing.")

        @Argument(help: ArgumentHelp("Names of entries, as thaiid spool list shows them.", valueName: "entry"))
        var entries: [String]

        @OptionGroup var languageOption: LanguageOption

        func run() throws {
            let spool = try asToolError(spool: try Spool.usual())
            let clerk = Clerk(spool, speaking: languageOption.language)
            for name in try entries.map({ text throws(ToolError) in try spool.name(text) }) {
                guard let entry = try spool.entry(name, isNamed: true) else { continue }
                do throws(ActionError) { try clerk.drop(entry) } catch { throw ToolError(error) }
                Output.tell("\(name)  \(SpoolWords.dropped[languageOption.language])\n")
            }
        }
    }
}
