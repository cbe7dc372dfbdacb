package import ThaiIDCard

/// What a parser says of a command line that it does not take.
package struct ParserRefusal: Sendable {
    private static let label = Bilingual("ผิดพลาด: ", "Error: ")

    /// What is wrong.
    package let problem: Bilingual
    /// What follows it: the option's help, the line of usage, and where there is more.
    private let more: Substring
    private let usage: UsageLine?
    private let help: ProgramHelp

    /// - Parameters:
    ///   - message: the parser's sentence.
    ///   - text: that sentence and all that the parser has behind it.
    ///   - better: what a program knows better than the parser, given the line of usage.
    package init(
        _ message: String, in text: String, of help: ProgramHelp, better: (UsageLine?) -> Bilingual? = { _ in nil }
    ) {
        more = text.dropFirst(Self.label.english.count + message.count + 1)
        usage = UsageLine(text, "Usage: ")
        self.help = help
        problem =
            BilingualText.words(in: message) ?? better(usage)
            ?? Bilingual(ParserSentence.thai(of: message) ?? message, message)
    }

    /// All lines for people.
    package func text(in language: Language) -> String {
        let head = Self.label[language] + problem[language] + "\n"
        guard language == .thai else { return head + more }
        return head + more.split(separator: "\n", omittingEmptySubsequences: false).map(thai).joined(separator: "\n")
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
        guard let usage, let root = help.command(in: .thai), let option = usage.path(in: root).last?.option(named: name)
        else { return String(line) }
        return "\(label)  \(option.abstract)"
    }
}

/// Both languages of a refusal in one text: a parser hands on no more.
package enum BilingualText {
    /// What no word of the command line can hold at the beginning of a sentence of the parser's.
    private static let mark: Character = "\u{1F}"

    package static func joined(_ words: Bilingual) -> String {
        [words.english, words.thai].map { "\(mark)\($0.filter { $0 != mark })" }.joined()
    }

    /// The two languages of what the parser handed on; `nil` where the sentence is its own.
    package static func words(in message: String) -> Bilingual? {
        let parts = message.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].isEmpty else { return nil }
        return Bilingual(String(parts[2]), String(parts[1]))
    }
}
