import ArgumentParser
import HelpText
import ThaiIDCard

/// What the parser says of a command line that it does not take.
struct ParserRefusal {
    /// What is wrong.
    let problem: Bilingual
    /// What follows it: the option's help, the line of usage, and where there is more.
    private let more: Substring
    private let usage: ParserUsage?

    /// - Parameter arguments: the words of the command line.
    init(_ error: any Error, of arguments: [String]) {
        let message = Tool.message(for: error)
        let text = Tool.fullMessage(for: error)
        more = text.dropFirst(Self.label.english.count + message.count + 1)
        usage = ParserUsage(text, "Usage: ")
        problem =
            ValidationError.words(in: message) ?? Self.noCommand(arguments, usage?.path ?? [])
            ?? Bilingual(ParserSentence.thai(of: message) ?? message, message)
    }

    /// All lines for people.
    func text(in language: Language) -> String {
        let head = Self.label[language] + problem[language] + "\n"
        guard language == .thai else { return head + more }
        return head + more.split(separator: "\n", omittingEmptySubsequences: false).map(thai).joined(separator: "\n")
    }

    private static let label = Bilingual("ผิดพลาด: ", "Error: ")

    /// That a word that should name a command names none. The parser would rather speak of the options behind it.
    private static func noCommand(_ arguments: [String], _ path: [any ParsableCommand.Type]) -> Bilingual? {
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

    /// A line of what follows, in Thai.
    private func thai(_ line: Substring) -> String {
        if line.hasPrefix("Usage: ") { return "วิธีใช้: \(line.dropFirst(7))" }
        if line.hasPrefix("Help:  ") { return "คำอธิบาย: \(thaiHelp(line.dropFirst(7)))" }
        let (before, after) = ("  See '", "' for more information.")
        guard line.hasPrefix(before), line.hasSuffix(after) else { return String(line) }
        return "  ดูเพิ่มเติมด้วย '\(line.dropFirst(before.count).dropLast(after.count))'"
    }

    /// An option's name and value, with what it is for.
    private func thaiHelp(_ line: Substring) -> String {
        let label = line.firstRange(of: "  ").map { line[..<$0.lowerBound] } ?? line
        let name = label.split(separator: " ").first.map(String.init) ?? ""
        guard let option = usage?.path(in: Tool.commandHelp(in: .thai)).last?.option(named: name) else {
            return String(line)
        }
        return "\(label)  \(option.abstract)"
    }
}
