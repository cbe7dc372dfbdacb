import ArgumentParser
import DeskConfig
import ThaiIDCard

extension Tool.Config {
    /// `thaiid config example`: a file of settings to begin with.
    struct Example: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "example", abstract: "Print a file of settings to begin with.",
            discussion: """
                It says in Thai and English what can be settled, and settles nothing until the mark # before \
                a setting is taken away.
                """)

        func run() throws { try Output.write(lines: Self.lines) }

        /// The file's lines, of the table of settings.
        static var lines: [String] {
            func entries(_ keys: [SettingKey]) -> [String] {
                keys.flatMap { key in
                    ["# \(key.meaning.thai)", "# \(key.meaning.english)", "#\(key.rawValue) = \(key.example)", ""]
                }
            }
            return ConfigWords.exampleHead + ["[sheet]", ""] + entries(SettingKey.allCases.filter(\.isOfSheet))
                + ConfigWords.exampleDesk
                + ["#[desk.hotel-lobby]", ""] + entries(SettingKey.allCases.filter { !$0.isOfSheet }).dropLast()
        }
    }
}
