public import ArgumentParser
public import ThaiIDCard

extension Language: ExpressibleByArgument {
    // The parser's own way to the values is by reflection, which every start would pay for.
    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
    public static var allValueDescriptions: [String: String] { [:] }
}

/// In which language people are spoken to.
struct LanguageOption: ParsableArguments {
    @Option(help: "Language for people: th or en. By default the locale's.")
    var lang: Language?

    var language: Language { lang ?? Invocation.localeLanguage }
}
