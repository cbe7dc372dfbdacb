import Host
import ThaiIDCard

/// What the program takes from where it runs: the language of its messages, and nothing else.
enum Surroundings {
    /// The language of messages: `--lang` where it names one, else the locale's.
    static func language(_ arguments: [String]) -> Language {
        for (argument, next) in zip(arguments, arguments.dropFirst() + [""]) {
            let named = argument == "--lang" ? next : argument.hasPrefix("--lang=") ? String(argument.dropFirst(7)) : ""
            if named == "both" { return .thai }
            if let language = Language(rawValue: named) { return language }
        }
        return Process.isLocaleThai ? .thai : .english
    }

    /// Hides from the drawing libraries what would make one machine's drawing differ from another's.
    static func neutralise() {
        Process.forget([
            "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "TZ", "FC_LANG", "PANGO_LANGUAGE",
            "PANGOCAIRO_BACKEND", "SOURCE_DATE_EPOCH",
        ])
    }
}
