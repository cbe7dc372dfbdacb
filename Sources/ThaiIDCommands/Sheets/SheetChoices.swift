import ArgumentParser
import ThaiIDCard

/// In which language a sheet speaks of what is on the card.
enum SheetLanguage: String, CaseIterable, ExpressibleByArgument {
    case thai = "th"
    case english = "en"
    case both

    /// The one in which the operator is spoken to; `nil` where that is for the locale to say.
    var operatorLanguage: Language? { Language(rawValue: rawValue) }
}

/// What a sheet is printed on, upright.
enum SheetPaper: String, CaseIterable, ExpressibleByArgument {
    case a4, a5, letter

    /// Its name in CUPS.
    var media: String {
        switch self {
        case .a4: "A4"
        case .a5: "A5"
        case .letter: "Letter"
        }
    }
}

/// As what a sheet leaves.
enum SheetFormat: String, CaseIterable, ExpressibleByArgument {
    case pdf, png

    /// By a file's ending.
    init?(file: String) {
        guard let dot = file.lastIndex(of: "."), file.lastIndex(of: "/").map({ $0 < dot }) ?? true else { return nil }
        self.init(rawValue: file[file.index(after: dot)...].lowercased())
    }
}
