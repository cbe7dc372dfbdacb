/// In which language a sheet speaks of what is on the card. The card's own text stays as it is.
public enum SheetLanguage: String, Hashable, Sendable, CaseIterable {
    /// Thai.
    case thai = "th"
    /// English.
    case english = "en"
    /// Thai, with English beside it.
    case both
}

/// What a sheet is printed on, upright.
public enum Paper: String, Hashable, Sendable, CaseIterable {
    /// ISO 216 A4.
    case a4
    /// ISO 216 A5, half of A4.
    case a5
    /// US Letter.
    case letter
}

/// As what a page leaves.
package enum PageFormat: String, Hashable, Sendable, CaseIterable {
    case pdf, png

    /// By a file's ending.
    package init?(file: String) {
        guard let dot = file.lastIndex(of: "."), file.lastIndex(of: "/").map({ $0 < dot }) ?? true else { return nil }
        self.init(rawValue: file[file.index(after: dot)...].lowercased())
    }
}
