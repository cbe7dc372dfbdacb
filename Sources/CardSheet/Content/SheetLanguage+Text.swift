internal import SheetRequest
internal import ThaiIDCard

extension SheetLanguage {
    /// The language by which text is broken into lines, and in which a document is said to be.
    var main: Language { self == .english ? .english : .thai }

    /// A text in this language, or in both with a stroke between.
    func text(_ bilingual: Bilingual) -> String {
        self == .both ? "\(bilingual.thai) / \(bilingual.english)" : bilingual[main]
    }
}
