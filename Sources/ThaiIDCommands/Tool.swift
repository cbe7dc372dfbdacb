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
        subcommands: commands.map { $0.inTree() })

    /// The commands, in the order in which help lists them.
    static let commands = [
        Entry(lamplit: Read.self), Entry(lamplit: Sheet.self), Entry(Convert.self), Entry(lamplit: Watch.self),
        Entry(Spool.self), Entry(Register.self),
        Entry(lamplit: Readers.self), Entry(lamplit: Doctor.self), Entry(CheckID.self), Entry(Schema.self),
        Entry(lamplit: Emulate.self), Entry(Trace.self), Entry(lamplit: APDU.self), Entry(Invent.self),
        Entry(Config.self), Entry(FormerRecord.self),
    ]

    /// A command of the tool's.
    struct Entry: Sendable {
        /// The command by itself.
        let plain: any ParsableCommand.Type
        /// Gives the same as the tree has it, with all its options, which a start without it does not make.
        let inTree: @Sendable () -> any ParsableCommand.Type

        /// A command that speaks to readers or cards.
        init<Command: ParsableCommand>(lamplit command: Command.Type) {
            (plain, inTree) = (command, { Lamplit<Command>.self })
        }

        /// Any other.
        init(_ command: any ParsableCommand.Type) { (plain, inTree) = (command, { command }) }
    }
}
