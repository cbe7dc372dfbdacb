import ArgumentParser

extension Tool {
    /// Parses a command line, of which the first words name a command.
    ///
    /// A command whose options are all in order is parsed by itself: to build the parts of every
    /// command around it takes the parser longer than most commands run. Help, versions, completion
    /// scripts and mistakes are for the whole tree, which has the words for them, and so are the
    /// options of `Lamplit`.
    static func parse(naming arguments: [String]) throws -> any ParsableCommand {
        // Its words are another program's, whatever they look like.
        if arguments.first == Register.configuration.commandName { return Register() }
        let command = commands.first { $0.plain.configuration.commandName == arguments.first }?.plain
        guard let command, !LampOptions.isNamed(by: arguments) else { return try parseAsRoot(arguments) }
        return try command.named(by: arguments.dropFirst()) ?? parseAsRoot(arguments)
    }
}

extension ParsableCommand {
    /// The command that the words name, parsed; `nil` where it has to be told about more than itself.
    fileprivate static func named(by words: ArraySlice<String>) -> (any ParsableCommand)? {
        let commands = configuration.subcommands
        guard !commands.isEmpty else {
            // It knows itself where it belongs: what is around it would be looked at for nothing.
            if configuration._superCommandName != nil { return try? parseAsRoot(Array(words)) as? Self }
            return (try? Alone<Self>.parseAsRoot(Array(words)) as? Alone<Self>)?.command
        }
        return commands.first { $0.configuration.commandName == words.first }?.named(by: words.dropFirst())
    }
}

/// A command without the tree that it belongs to. That it stands below another tells the parser not
/// to look for what only the root of a tree is asked for.
private struct Alone<Command: ParsableCommand>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(_superCommandName: Tool.configuration.commandName ?? "")
    }

    @OptionGroup var command: Command
}
