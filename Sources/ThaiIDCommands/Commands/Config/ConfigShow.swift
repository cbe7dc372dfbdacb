import ArgumentParser
import CardRecord
import DeskConfig
import ThaiIDCard

extension Tool.Config {
    /// `thaiid config show`: what is settled, and where.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Print what is settled.",
            discussion: """
                Prints it as a file of settings has it. With a desk, all that holds there; without one, what \
                holds at all desks, the section of each desk, and that of the register.
                """)

        @OptionGroup var deskOptions: DeskOptions

        @Flag(help: "Say of each setting where it comes from.")
        var origin = false

        @Flag(help: "Print one line of JSON, with where each comes from.")
        var json = false

        @OptionGroup var languageOption: LanguageOption

        func run() throws {
            let settings = try deskOptions.settings()
            let sections = Self.sections(settings)
            guard !json else { return try Output.write(Self.json(settings, sections).line + "\n") }
            func lines(_ head: String, _ settings: [(SettingKey, Setting)]) -> [String] {
                [head]
                    + settings.map { key, setting in
                        let line = "\(key.rawValue) = \(TOMLText.value(setting.value))"
                        return origin ? "\(line)  # \(setting.origin)" : line
                    }
            }
            let register = Self.register(settings)
            let all =
                sections.map { lines(TOMLText.head(desk: $0.desk), $0.settings) }
                + (register.isEmpty ? [] : [lines(TOMLText.register, register)])
            try Output.write(lines: all.joined(separator: [""]))
        }

        /// What is settled for the register, which no desk has a part in.
        private static func register(_ settings: Settings) -> [(SettingKey, Setting)] {
            guard settings.desk == nil else { return [] }
            return SettingKey.allCases.compactMap { key in settings.register[key].map { (key, $0) } }
        }

        /// A section as it is shown, its settings in the order of the table.
        private typealias Section = (desk: String?, settings: [(SettingKey, Setting)])

        private static func sections(_ settings: Settings) -> [Section] {
            func ordered(_ setting: (SettingKey) -> Setting?) -> [(SettingKey, Setting)] {
                SettingKey.allCases.compactMap { key in setting(key).map { (key, $0) } }
            }
            let all: Section = (settings.desk, ordered { settings[$0] })
            guard settings.desk == nil else { return [all] }
            return [all]
                + settings.desks.map { desk in
                    let section = settings.section(desk)
                    return (desk, ordered { section[$0] })
                }
        }

        private static func json(_ settings: Settings, _ sections: [Section]) -> JSONValue {
            .object([
                .init(.config),
                .init(name: "desk", value: JSONValue(settings.desk)),
                .init(name: "desks", value: .array(settings.desks.map(JSONValue.string))),
                .init(name: "files", value: .array(settings.files.map(JSONValue.string))),
                .init(
                    name: "sections",
                    value: .array(
                        sections.map { section in
                            .object([
                                .init(name: "desk", value: JSONValue(section.desk)),
                                .init(name: "settings", value: .array(section.settings.map { $1.json(of: $0) })),
                            ])
                        })),
                .init(name: "register", value: .array(register(settings).map { $1.json(of: $0) })),
            ])
        }
    }
}

extension Setting {
    /// For scripts.
    fileprivate func json(of key: SettingKey) -> JSONValue {
        let (variable, file, line): (String?, String?, Int?) =
            switch origin {
            case .option(let name), .variable(let name): (name, nil, nil)
            case .file(let path, let line): (nil, path, line)
            }
        let value: JSONValue =
            switch value {
            case .text(let text): .string(text)
            case .flag(let flag): .bool(flag)
            case .number(let number): .integer(number)
            case .duration(let duration): .string(duration.description)
            case .list(let items): .array(items.map(JSONValue.string))
            }
        return [
            "key": .string(key.rawValue), "value": value, "variable": JSONValue(variable), "file": JSONValue(file),
            "line": JSONValue(line),
        ]
    }
}
