import ArgumentParser
import HelpText
import ThaiIDCard

/// What the parser says of a command line that it does not take.
struct RegisterRefusal {
    private static let label = Bilingual("ผิดพลาด: ", "Error: ")

    /// What is wrong.
    let problem: Bilingual
    /// What follows it: the option's help, the line of usage, and where there is more.
    private let more: Substring
    private let path: [CommandHelp]

    init(_ error: any Error) {
        let message = RegisterTool.message(for: error)
        let text = RegisterTool.fullMessage(for: error)
        more = text.dropFirst(Self.label.english.count + message.count + 1)
        path = RegisterHelp.path(in: text, after: "Usage: ") ?? []
        problem = ValidationError.words(in: message) ?? Bilingual(ParserSentence.thai(of: message) ?? message, message)
    }

    /// All lines for people.
    func text(in language: Language) -> String {
        let head = Self.label[language] + problem[language] + "\n"
        guard language == .thai else { return head + more }
        return head + more.split(separator: "\n", omittingEmptySubsequences: false).map(thai).joined(separator: "\n")
    }

    /// A line of what follows, in Thai.
    private func thai(_ line: Substring) -> String {
        if line.hasPrefix("Usage: ") { return "วิธีใช้: \(line.dropFirst(7))" }
        if line.hasPrefix("Help:  ") { return "คำอธิบาย: \(help(line.dropFirst(7)))" }
        let (before, after) = ("  See '", "' for more information.")
        guard line.hasPrefix(before), line.hasSuffix(after) else { return String(line) }
        return "  ดูเพิ่มเติมด้วย '\(line.dropFirst(before.count).dropLast(after.count))'"
    }

    /// An option's name and value, with what it is for.
    private func help(_ line: Substring) -> String {
        let label = line.firstRange(of: "  ").map { line[..<$0.lowerBound] } ?? line
        let name = label.split(separator: " ").first.map(String.init) ?? ""
        guard let option = path.last?.option(named: name) else { return String(line) }
        return "\(label)  \(option.abstract)"
    }
}

extension ValidationError {
    /// What no word of the command line can hold at the beginning of a sentence of the parser's.
    private static let mark: Character = "\u{1F}"

    /// Refuses options in both languages. The parser hands on one text, so both go through it in one.
    init(thai: String, english: String) { self.init("\(Self.mark)\(english)\(Self.mark)\(thai)") }

    /// The two languages of what the parser handed on; `nil` where the sentence is its own.
    static func words(in message: String) -> Bilingual? {
        let parts = message.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].isEmpty else { return nil }
        return Bilingual(String(parts[2]), String(parts[1]))
    }
}
