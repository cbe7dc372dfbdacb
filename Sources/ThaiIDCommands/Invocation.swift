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
            guard let word = InputText.string(bytes) else { throw .usage(noText("Argument \(words.count + 1)")) }
            words.append(word)
        }
        return words
    }

    /// That something is no text.
    static func noText(_ what: String) -> String { "\(what) is text neither in UTF-8 nor in TIS-620 (code page 874)." }

    /// The language of the user's locale: Thai where it says so, else English.
    static var localeLanguage: Language { Process.isLocaleThai ? .thai : .english }

    private static func option(_ name: String, in arguments: [String]) -> String? {
        for (argument, next) in zip(arguments, arguments.dropFirst() + [""]) {
            if argument == name { return next }
            if argument.hasPrefix(name + "=") { return String(argument.dropFirst(name.count + 1)) }
        }
        return nil
    }
}
