package import CardRecord

/// What a command says of itself: its texts, options and subcommands, as the parser of command lines dumps them.
package struct CommandHelp: Hashable, Sendable {
    /// The command as it is typed.
    package let name: String
    /// Other names for it.
    package let aliases: [String]
    /// What it is for, in a sentence.
    package let abstract: String
    /// More about it: paragraphs, each a line, with empty ones between.
    package let discussion: String
    /// Whether lists of commands have it.
    package let isShown: Bool
    /// Its arguments, options and flags, in the order of its help.
    package let options: [OptionHelp]
    /// The commands below it.
    package let subcommands: [CommandHelp]
    /// The one of them that runs where none is named.
    package let defaultSubcommand: String?

    /// The root of a tree of commands; `nil` where this is no dump.
    package init?(dump: JSONValue) {
        guard let root = dump["command"] else { return nil }
        self.init(root)
    }

    private init?(_ json: JSONValue) {
        guard let name = json["commandName"]?.string else { return nil }
        self.name = name
        aliases = json.list("aliases").compactMap(\.string)
        abstract = json["abstract"]?.string ?? ""
        discussion = json["discussion"]?.string ?? ""
        isShown = json.isTrue("shouldDisplay", otherwise: true)
        options = json.list("arguments").compactMap(OptionHelp.init)
        subcommands = json.list("subcommands").compactMap { CommandHelp($0) }
        defaultSubcommand = json["defaultSubcommand"]?.string
    }

    /// The commands that the words name, from this one down to the last that is found.
    package func path(_ words: some Sequence<String>) -> [CommandHelp] {
        var path = [self]
        for word in words {
            guard let next = path.last?.subcommands.first(where: { $0.name == word || $0.aliases.contains(word) })
            else { break }
            path.append(next)
        }
        return path
    }

    /// The option with a name as it is typed, or the argument `<name>`.
    package func option(named name: String) -> OptionHelp? {
        options.first { $0.names.contains(name) || $0.key == name }
    }
}

extension JSONValue {
    func list(_ name: String) -> [JSONValue] {
        guard case .array(let values)? = self[name] else { return [] }
        return values
    }

    func isTrue(_ name: String, otherwise: Bool = false) -> Bool {
        guard case .bool(let value)? = self[name] else { return otherwise }
        return value
    }
}
