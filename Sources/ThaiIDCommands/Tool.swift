import ArgumentParser

/// `thaiid`: reads the chip of a Thai national ID card.
struct Tool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thaiid",
        abstract: "Read the chip of a Thai national ID card.",
        discussion: """
            Data goes to standard output, everything else to standard error. Every cause of failure \
            has its own exit status.

            Without a card: thaiid read --sample
            With one:       thaiid read
            For scripts:    thaiid read --json --no-photo | jq -r .card.citizenID
            """,
        version: "0.1.0",
        subcommands: [
            Read.self, MakeSheet.self, Convert.self, Watch.self, Readers.self, Doctor.self, CheckID.self,
            PrintSchema.self, Emulate.self, RecordCard.self, Recordings.self, SendCommands.self, Invent.self,
        ])
}
