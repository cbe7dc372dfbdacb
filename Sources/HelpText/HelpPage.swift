import CardFormats

/// The help of one command in the parser's own layout, whatever language its texts are in.
package struct HelpPage {
    private let path: [CommandHelp]
    private let words: HelpWords

    /// Before the texts of options, and where these begin.
    private static let (indent, labelColumns) = ("  ", 26)

    /// - Parameter path: the commands from the root down to the one that is explained.
    package init(_ path: [CommandHelp], _ words: HelpWords) { (self.path, self.words) = (path, words) }

    /// The page for a terminal with lines of so many columns.
    package func text(columns: Int) -> String {
        guard let command = path.last else { return "" }
        let overview = [command.abstract, command.discussion].filter { !$0.isEmpty }.joined(separator: "\n\n")
        let head = overview.isEmpty ? "" : "\(words.overview): \(overview)".wrapped(to: columns) + "\n\n"
        let sections = sections(of: command).filter { !$0.rows.isEmpty }.map { section in
            "\(section.title):\n" + section.rows.map { row($0, columns) }.joined()
        }
        return head + "\(words.usage): \(usage)\n\n" + sections.joined(separator: "\n") + footer(of: command)
    }

    /// The line of usage: all options, or only those that must be there where they are many.
    package var usage: String {
        guard let command = path.last else { return "" }
        let name = path.map(\.name).joined(separator: " ")
        let options = command.options.filter { $0.isShown && !Self.isOfTheParser($0) }
        let most = 12
        let shown = options.count > most ? options.filter { $0.kind == .argument || !$0.isOptional } : options
        let line =
            if options.count <= most {
                shown.map { " " + $0.usage }.joined()
            } else if shown.isEmpty || shown.count > most {
                " <options>"
            } else {
                " [<options>]" + shown.map { " " + $0.usage }.joined()
            }
        return name + line + (hasCommands ? " <subcommand>" : "")
    }

    private var hasCommands: Bool { path.last?.subcommands.contains { !Self.isHelp($0) } ?? false }

    private typealias Row = (label: String, text: String)

    private func sections(of command: CommandHelp) -> [(title: String, rows: [Row])] {
        let options = command.options.filter(\.isShown)
        let plain = options.filter { $0.section == nil }
        var titles: [String] = []
        for case let title? in options.map(\.section) where !titles.contains(title) { titles.append(title) }
        let commands = command.subcommands.filter { $0.isShown && !Self.isHelp($0) }
        return [(words.arguments, plain.filter { $0.kind == .argument }.map(row))]
            + titles.map { title in (title.uppercased(), options.filter { $0.section == title }.map(row)) }
            + [
                (words.options, plain.filter { $0.kind != .argument }.map(row)),
                (words.subcommands, commands.map { row($0, in: command) }),
            ]
    }

    private func row(_ option: OptionHelp) -> Row {
        (option.label, [option.abstract, words.values(of: option)].filter { !$0.isEmpty }.joined(separator: " "))
    }

    private func row(_ command: CommandHelp, in parent: CommandHelp) -> Row {
        let names = ([command.name] + command.aliases).joined(separator: ", ")
        return (names + (command.name == parent.defaultSubcommand ? " (default)" : ""), command.abstract)
    }

    private func row(_ row: Row, _ columns: Int) -> String {
        let label = Self.indent + row.label
        guard !row.text.isEmpty else { return label + "\n" }
        let text = row.text.wrapped(to: columns, indent: Self.labelColumns)
        guard TerminalColumns.count(label) < Self.labelColumns else { return "\(label)\n\(text)\n" }
        return TerminalColumns.pad(label, to: Self.labelColumns) + text.dropFirst(Self.labelColumns) + "\n"
    }

    private func footer(of command: CommandHelp) -> String {
        guard hasCommands else { return "" }
        let names = path.map(\.name)
        let line = (names.prefix(1) + ["help"] + names.dropFirst() + ["<subcommand>"]).joined(separator: " ")
        return "\n\(Self.indent)\(words.more.before)\(line)\(words.more.after)"
    }

    /// The command that the parser adds to a root, and lists nowhere.
    private static func isHelp(_ command: CommandHelp) -> Bool { command.name == "help" }

    /// What the parser adds to every command.
    private static func isOfTheParser(_ option: OptionHelp) -> Bool { ["--help", "--version"].contains(option.key) }
}
