extension HelpTable {
    /// What the table lacks of a tree, and what it has too much: a line each.
    package func faults(with root: CommandHelp) -> [String] {
        var used = Used()
        let missing = missing(of: root, below: [], &used)
        let unused =
            commands.flatMap { path, entry in
                (used.commands.contains(path) ? [] : ["there is no command ‘\(path)’"])
                    + entry.options.keys.filter { !used.own.contains("\(path) \($0)") }.map { "‘\(path)’ has no \($0)" }
            }
            + options.keys.filter { !used.shared.contains($0) }.map {
                "no command takes \($0) from all commands' texts"
            }
            + sections.keys.filter { !used.sections.contains($0) }.map { "there is no section ‘\($0)’" }
        return missing + unused.sorted()
    }

    private struct Used {
        var commands: Set<String> = []
        var own: Set<String> = []
        var shared: Set<String> = []
        var sections: Set<String> = []
    }

    private func missing(of command: CommandHelp, below parents: [String], _ used: inout Used) -> [String] {
        let names = parents + [command.name]
        let path = names.joined(separator: " ")
        var missing: [String] = []
        let entry = commands[path]
        used.commands.insert(path)
        if entry == nil { missing.append("‘\(path)’ has no text") }
        if let entry, entry.discussion.isEmpty != command.discussion.isEmpty {
            missing.append("‘\(path)’: a discussion is in one language alone")
        }
        for option in command.options where !option.abstract.isEmpty {
            if entry?.options[option.key] != nil {
                used.own.insert("\(path) \(option.key)")
            } else if options[option.key] != nil {
                used.shared.insert(option.key)
            } else {
                missing.append("‘\(path)’: \(option.key) has no text")
            }
        }
        for case let section? in command.options.map(\.section) {
            used.sections.insert(section)
            if sections[section] == nil { missing.append("‘\(path)’: the heading ‘\(section)’ has no text") }
        }
        for subcommand in command.subcommands { missing += self.missing(of: subcommand, below: names, &used) }
        return missing
    }
}
