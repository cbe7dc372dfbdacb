import ArgumentParser

extension Tool {
    /// `thaiid spool`: what is still to be done with cards that were read.
    struct Spool: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "spool",
            abstract: "List what is still to be done with cards that were read, do it, or drop it.",
            discussion: "Nothing of a card is shown: an entry is named by the read and the action.",
            subcommands: [List.self, Retry.self, Drop.self])
    }
}
