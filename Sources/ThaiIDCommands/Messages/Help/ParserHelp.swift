import ArgumentParser
import HelpText
import ThaiIDCard

extension Tool {
    /// What is said of the commands in both languages.
    static let help = ProgramHelp(dump: _dumpHelp(), in: ThaiHelp.table)

    /// What the parser says of a command line.
    ///
    /// - Parameter arguments: the words of it.
    static func refusal(_ error: any Error, of arguments: [String]) -> ParserRefusal {
        ParserRefusal(message(for: error), in: fullMessage(for: error), of: help) { noCommand(arguments, $0) }
    }

    /// That a word that should name a command names none. The parser would rather speak of the options behind it.
    private static func noCommand(_ arguments: [String], _ usage: UsageLine?) -> Bilingual? {
        let path = path(usage?.words ?? [])
        let commands = path.last?.configuration.subcommands ?? []
        guard !commands.isEmpty, let typed = arguments.dropFirst(path.count - 1).first, !typed.hasPrefix("-"),
            !commands.contains(where: { $0.name == typed })
        else { return nil }
        let names = commands.filter { $0.configuration.shouldDisplay }.map { $0.name }
        let line = (path.dropFirst().map { $0.name } + [typed]).joined(separator: " ")
        let no = Bilingual("ไม่มีคำสั่ง '\(line)'", "There is no command '\(line)'.")
        guard let near = NearestName.of(typed, among: names) else { return no }
        return Bilingual("\(no.thai) หมายถึง '\(near)' ใช่หรือไม่", "\(no.english) Did you mean '\(near)'?")
    }

    /// From the root down to the command that words name. The dump of all commands would take longer than all else.
    private static func path(_ words: [String]) -> [any ParsableCommand.Type] {
        var path: [any ParsableCommand.Type] = [Tool.self]
        for word in words {
            guard let next = path.last?.configuration.subcommands.first(where: { $0.name == word }) else { break }
            path.append(next)
        }
        return path
    }
}

extension ParsableCommand {
    /// The command as it is typed.
    static var name: String { configuration.commandName ?? "" }
}
