package import CardRecord

/// The texts of a tree of commands in another language than their own.
package struct HelpTable: Sendable {
    /// What is said of one command.
    package struct Entry: Sendable {
        let abstract: String
        let discussion: String
        let options: [String: String]

        /// - Parameter options: texts by `--name` or `<argument>`, where they differ from what is the same everywhere.
        package init(_ abstract: String, discussion: String = "", options: [String: String] = [:]) {
            (self.abstract, self.discussion, self.options) = (abstract, discussion, options)
        }
    }

    let commands: [String: Entry]
    let options: [String: String]
    let sections: [String: String]

    /// - Parameters:
    ///   - commands: by the words that call them, the program's own among them.
    ///   - options: by `--name` or `<argument>`, for all commands that say nothing else.
    ///   - sections: headings of options.
    package init(commands: [String: Entry], options: [String: String], sections: [String: String]) {
        (self.commands, self.options, self.sections) = (commands, options, sections)
    }

    /// A dump of commands in the language of the table. What the table lacks stays as it is.
    package func translated(_ dump: JSONValue) -> JSONValue {
        dump.mapping("command") { translated($0, below: []) }
    }

    private func translated(_ command: JSONValue, below parents: [String]) -> JSONValue {
        let path = parents + [command["commandName"]?.string ?? ""]
        let entry = commands[path.joined(separator: " ")]
        return
            command
            .mapping("abstract") { .string(entry?.abstract ?? $0.string ?? "") }
            .mapping("discussion") { .string(entry?.discussion ?? $0.string ?? "") }
            .mappingAll("arguments") { option in
                let text = OptionHelp(option).flatMap { entry?.options[$0.key] ?? options[$0.key] }
                return option.mapping("abstract") { .string(text ?? $0.string ?? "") }
                    .mapping("sectionTitle") { .string(sections[$0.string ?? ""] ?? $0.string ?? "") }
            }
            .mappingAll("subcommands") { translated($0, below: path) }
    }
}

extension JSONValue {
    /// An object with another value for a member that is there.
    fileprivate func mapping(_ name: String, _ change: (JSONValue) -> JSONValue) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.map { $0.name == name ? Member(name: name, value: change($0.value)) : $0 })
    }

    /// An object with other values in a list that is there.
    fileprivate func mappingAll(_ name: String, _ change: (JSONValue) -> JSONValue) -> JSONValue {
        mapping(name) { list in
            guard case .array(let values) = list else { return list }
            return .array(values.map(change))
        }
    }
}
