import CardRecord

/// What an argument, an option or a flag says of itself.
package struct OptionHelp: Hashable, Sendable {
    /// What the command line has of it.
    package enum Kind: Hashable, Sendable {
        /// A value in its place.
        case argument
        /// A name alone.
        case flag
        /// A name and a value.
        case option
        /// A name, and a value that may be left out.
        case optionalValue
    }

    package let kind: Kind
    /// All names, with their dashes, short ones first.
    package let names: [String]
    /// The name that stands for all; `<value>` of an argument.
    package let key: String
    package let valueName: String
    package let isShown: Bool
    package let isOptional: Bool
    package let isRepeating: Bool
    /// The heading under which it stands, where that is one of its own.
    package let section: String?
    /// What it is for.
    package let abstract: String
    /// What it can be, where that is a list.
    package let values: [String]
    /// What it is without being named; of a value that may be left out, what it is then.
    package let defaultValue: String?

    init?(_ json: JSONValue) {
        valueName = json["valueName"]?.string ?? ""
        let names = json.list("names").compactMap(Self.name)
        self.names = names.filter { !$0.hasPrefix("--") } + names.filter { $0.hasPrefix("--") }
        defaultValue = json["defaultValue"]?.string
        switch json["kind"]?.string {
        case "positional": kind = .argument
        case "flag": kind = .flag
        // The dump does not tell these two apart otherwise.
        case "option": kind = json["parsingStrategy"]?.string == "scanningForValue" ? .optionalValue : .option
        default: return nil
        }
        key = json["preferredName"].flatMap(Self.name) ?? "<\(valueName)>"
        isShown = json.isTrue("shouldDisplay", otherwise: true)
        isOptional = json.isTrue("isOptional")
        isRepeating = json.isTrue("isRepeating")
        section = json["sectionTitle"]?.string
        abstract = json["abstract"]?.string ?? ""
        values = json.list("allValues").compactMap(\.string).filter { !$0.isEmpty }
    }

    private static func name(_ json: JSONValue) -> String? {
        guard let name = json["name"]?.string else { return nil }
        return (json["kind"]?.string == "long" ? "--" : "-") + name
    }

    /// All its names and its value, as a list of options has it.
    var label: String { kind == .argument ? key : names.joined(separator: ", ") + value }

    /// Its best name and its value, as a line of usage has it.
    var usage: String {
        let bare = (kind == .argument ? key : key + value) + (isRepeating ? " ..." : "")
        return isOptional ? "[\(bare)]" : bare
    }

    private var value: String {
        switch kind {
        case .argument, .flag: ""
        case .option: " <\(valueName)>"
        case .optionalValue: " [<\(valueName)>]"
        }
    }
}
