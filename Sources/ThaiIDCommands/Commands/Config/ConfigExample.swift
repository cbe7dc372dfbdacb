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
            func entry(_ key: SettingKey, _ meaning: Bilingual, _ example: String) -> [String] {
                ["# \(meaning.thai)", "# \(meaning.english)", "#\(key.rawValue) = \(example)", ""]
            }
            func entries(_ keys: [SettingKey]) -> [String] { keys.flatMap { entry($0, $0.meaning, $0.example) } }
            let register = SettingKey.allCases.filter(\.isOfRegister)
            return ConfigWords.exampleHead + ["[sheet]", ""] + entries(SettingKey.allCases.filter(\.isOfSheet))
                + ConfigWords.exampleDesk
                + ["#[desk.hotel-lobby]", ""] + entries(SettingKey.allCases.filter { $0.isOfDesk && !$0.isOfSheet })
                + ConfigWords.exampleRegister
                + ["#\(TOMLText.register)", ""]
                + register.flatMap { entry($0, $0.meaningForRegister, $0.exampleForRegister) }.dropLast()
        }
    }
}
