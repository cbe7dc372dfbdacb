import ArgumentParser

/// How much is told, on standard error, of the way to a card.
struct LampOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Tell on standard error what happens: info has what is done with each card that is watched for, debug has each call of the PC/SC library, what comes and goes, and \
            how the reader is found; traffic also each exchange with the card, but nothing of what it says.
            """, valueName: "level"))
    var logLevel: Lamp.Level?

    @Flag(help: "With --log-level traffic: also tell every byte. They are personal data.")
    var logValues = false

    func validate() throws {
        guard !logValues || logLevel == .traffic else {
            throw ValidationError(
                thai: "--log-values ใช้ได้กับ --log-level traffic เท่านั้น",
                english: "--log-values goes with --log-level traffic alone.")
        }
    }

    /// Whether one of these options may be among a command line's words.
    static func isNamed(by words: [String]) -> Bool {
        words.contains { $0.hasPrefix("--log-level") || $0 == "--log-values" }
    }
}

extension Lamp.Level: ExpressibleByArgument {}

/// A command that speaks to readers or cards, with the options that say how much is told of that.
///
/// The tree of commands holds this one, whose help lists those options; a command line without them
/// is parsed as the command itself, which costs no more than if there were none.
struct Lamplit<Command: ParsableCommand>: ParsableCommand {
    static var configuration: CommandConfiguration { Command.configuration }

    @OptionGroup var command: Command
    @OptionGroup var options: LampOptions

    mutating func run() throws {
        if let level = options.logLevel {
            // A command has its language where it likes, and one of sheets in no option at all.
            Lamp(level, showsValues: options.logValues, in: try Invocation(Invocation.words()).language).shine()
        }
        try command.run()
    }
}
