import ArgumentParser
import HelpText
import ThaiIDCard

extension RegisterTool {
    /// What is said of the commands in both languages.
    static let help = ProgramHelp(dump: _dumpHelp(), in: ThaiRegisterHelp.table)

    /// What the parser says of a command line.
    static func refusal(_ error: any Error) -> ParserRefusal {
        ParserRefusal(message(for: error), in: fullMessage(for: error), of: help)
    }
}

extension ValidationError {
    /// Refuses options in both languages.
    init(thai: String, english: String) { self.init(BilingualText.joined(Bilingual(thai, english))) }
}
