internal import ThaiIDCard

/// In which language a sheet speaks of what is on the card. The card's own text stays as it is.
public enum SheetLanguage: String, Hashable, Sendable, CaseIterable {
    /// Thai.
    case thai = "th"
    /// English.
    case english = "en"
    /// Thai, with English beside it.
    case both

    /// The language by which text is broken into lines, and in which a document is said to be.
    var main: Language { self == .english ? .english : .thai }

    /// A text in this language, or in both with a stroke between.
    func text(_ bilingual: Bilingual) -> String {
        self == .both ? "\(bilingual.thai) / \(bilingual.english)" : bilingual[main]
    }
}
