import ProcessIO
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
