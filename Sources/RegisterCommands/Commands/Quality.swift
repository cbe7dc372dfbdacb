import ArgumentParser
import CardRecord
import Register
import RegisterModel

extension RegisterTool {
    /// `thaiid-register quality`: complete, correct, current.
    struct Quality: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "quality", abstract: "Tell of each field how much is complete, correct and current.",
            discussion: "--list tells whose card to ask for at the next visit, by the register's id.")

        @Option(help: ArgumentHelp("Only these checks, by their codes.", valueName: "code,…"))
        var check: String?

        @ArgumentParser.Flag(help: "List the people whom something is to be asked of.")
        var list = false

        @Option(help: ArgumentHelp("After how many days a person is no longer current.", valueName: "days"))
        var days = 365

        @Option(help: "How many people at most.")
        var limit = 1_000

        @OptionGroup var store: StoreOptions

        func run() throws {
            let request = Request(
                list ? .qualityList : .quality,
                [
                    "checks": check.map { .array($0.split(separator: ",").map { .string(String($0)) }) },
                    "days": .integer(days), "limit": .integer(limit),
                ])
            try store.ask(request, telling: QualityWords.lines)
        }
    }
}
