import Host
import ThaiIDCard

/// What the whole command line says about how to speak, known before it is parsed, so that even a
/// mistyped option is reported in the right language and shape.
struct Invocation {
    /// Whether errors go out as a line of JSON.
    let wantsJSON: Bool
    /// The language of everything for people.
    let language: Language

    init(_ arguments: [String]) {
        wantsJSON =
            arguments.contains("--json") || arguments.contains("--ndjson")
            || ["json", "ndjson"].contains(Self.option("--format", in: arguments))
        language = Self.option("--lang", in: arguments).flatMap(Language.init(rawValue:)) ?? Self.localeLanguage
    }

    /// The words of this process's command line, in the encodings that text may have.
    ///
    /// - Throws: `usage` where one is no text; it would go on as a text full of holes.
    static func words() throws(ToolError) -> [String] {
        var words: [String] = []
        for bytes in Process.arguments {
            guard let word = InputText.string(bytes) else { throw .usage(noText(argument(words.count + 1))) }
            words.append(word)
        }
        return words
    }

    /// The words of a line that asks for help of the whole program or of a command, without the language that
    /// it is wanted in, for which the parser has no option there; any other line as it is.
    static func withoutLanguage(_ words: [String]) -> [String] {
        guard let first = words.first, first == "help" || first.hasPrefix("-") else { return words }
        var rest = words
        if let index = rest.firstIndex(of: "--lang") {
            rest.removeSubrange(index..<min(index + 2, rest.endIndex))
        } else {
            rest.removeAll { $0.hasPrefix("--lang=") }
        }
        return first == "help" || rest.allSatisfy({ $0.hasPrefix("-") }) ? rest : words
    }

    /// That something is no text.
    static func noText(_ what: Bilingual) -> Bilingual {
        Bilingual(
            "\(what.thai)ไม่ใช่ข้อความใน UTF-8 หรือ TIS-620 (code page 874)",
            "\(what.english) is text neither in UTF-8 nor in TIS-620 (code page 874).")
    }

    /// The language of the user's locale: Thai where it says so, else English.
    static var localeLanguage: Language { Process.isLocaleThai ? .thai : .english }

    private static func argument(_ number: Int) -> Bilingual {
        Bilingual("อาร์กิวเมนต์ที่ \(number) ", "Argument \(number)")
    }

    private static func option(_ name: String, in arguments: [String]) -> String? {
        for (argument, next) in zip(arguments, arguments.dropFirst() + [""]) {
            if argument == name { return next }
            if argument.hasPrefix(name + "=") { return String(argument.dropFirst(name.count + 1)) }
        }
        return nil
    }
}
