/// The two languages in which the card and this project speak.
public enum Language: String, Hashable, Sendable, CaseIterable {
    /// Thai.
    case thai = "th"
    /// English.
    case english = "en"
}

/// A text in both languages.
public struct Bilingual: Hashable, Sendable {
    /// The Thai text.
    public let thai: String
    /// The English text.
    public let english: String

    /// Pairs two texts that say the same.
    public init(_ thai: String, _ english: String) {
        self.thai = thai
        self.english = english
    }

    /// The text in one language.
    public subscript(language: Language) -> String {
        switch language {
        case .thai: thai
        case .english: english
        }
    }
}
