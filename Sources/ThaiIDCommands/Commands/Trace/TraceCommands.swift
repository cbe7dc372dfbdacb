import ArgumentParser

extension Tool {
    /// `thaiid trace`: look into recordings.
    struct Recordings: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "trace", abstract: "Look into recordings of cards.",
            discussion: "A recording of a person's card holds that person's data.",
            subcommands: [
                ShowTrace.self, ExplainTrace.self, CheckTrace.self, DiffTraces.self, ConvertTrace.self,
                PseudonymiseTrace.self,
            ])
    }
}
