public import ArgumentParser
public import ThaiIDCard

extension Language: ExpressibleByArgument {}

/// In which language people are spoken to.
struct LanguageOption: ParsableArguments {
    @Option(help: "Language for people: th or en. By default the locale's.")
    var lang: Language?

    var language: Language { lang ?? Invocation.localeLanguage }
}
