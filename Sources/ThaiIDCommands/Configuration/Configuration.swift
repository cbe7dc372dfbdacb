import Host
import ThaiIDCard

/// What an operator settled beforehand: the defaults of options, from the environment and from files.
///
/// What stands on the command line comes first, then the environment, then the user's file, then the
/// system's. A file that is not understood is an error, for a rule that is ignored is worse than none.
struct Configuration {
    /// What can be settled.
    enum Key: String, CaseIterable {
        case purpose, `operator`, issuerBlock, log, logKey, paper, font, preset

        /// The variable of the environment: `THAIID_ISSUER_BLOCK`.
        var variable: String {
            rawValue.reduce(into: "THAIID_") { name, letter in
                name += (letter.isUppercase ? "_" : "") + letter.uppercased()
            }
        }

        /// Whether it names a file.
        var isPath: Bool { [.issuerBlock, .log, .logKey].contains(self) }
    }

    private let values: [Key: String]

    init(_ values: [Key: String] = [:]) { self.values = values }

    /// Looks in all places.
    static func load() throws(ToolError) -> Configuration {
        var values: [Key: String] = [:]
        for key in Key.allCases {
            guard let bytes = Process.environmentBytes(key.variable) else { continue }
            guard let text = InputText.string(bytes) else { throw .usage(Invocation.noText(key.variable)) }
            values[key] = text
        }
        for path in ConfigurationFile.places {
            guard let file = try ConfigurationFile.read(path) else { continue }
            values.merge(file) { first, _ in first }
        }
        return Configuration(values)
    }

    subscript(key: Key) -> String? { values[key] }

    /// A value that is one of a few.
    ///
    /// - Throws: `usage` naming the key, where it is none of them.
    func choice<Choice: RawRepresentable & CaseIterable>(_ key: Key) throws(ToolError) -> Choice?
    where Choice.RawValue == String {
        guard let text = self[key] else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw .setting(key.rawValue, choices: Choice.allCases.map(\.rawValue))
        }
        return choice
    }
}
