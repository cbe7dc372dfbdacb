import ArgumentParser

extension Tool {
    /// `thaiid trace`: record cards, and look into recordings.
    struct Trace: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "trace", abstract: "Record cards, and look into recordings.",
            discussion: "A recording of a person's card holds that person's data.",
            subcommands: [
                Lamplit<Record>.self, Show.self, Explain.self, Check.self, Diff.self, Convert.self,
                Pseudonymise.self,
            ])
    }
}
