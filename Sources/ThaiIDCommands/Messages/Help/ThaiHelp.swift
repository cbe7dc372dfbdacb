import HelpText

/// Help in Thai: what `HelpTable` holds for the program. It is opened only where help is asked for.
///
/// A command has its texts in the file of its family, by the words that call it; an option that means the same
/// everywhere stands once, in `ThaiHelp+Options.swift`, and a command that means something else by it says so itself.
enum ThaiHelp {
    /// The texts of a family of commands.
    typealias Commands = [String: HelpTable.Entry]

    static let table = HelpTable(
        commands: [reading, sheets, recordings, cards].reduce([:]) { $0.merging($1) { first, _ in first } },
        options: options, sections: ["Faults": "ความผิดปกติ"])
}
