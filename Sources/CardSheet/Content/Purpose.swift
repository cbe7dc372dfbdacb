internal import CardRecord
internal import SheetRequest

/// What a sheet may be used for, fenced as people do it on photocopies so that nothing can be added.
public struct Purpose: Hashable, Sendable {
    /// Most characters of a purpose: more would not be legible between the lines of a small sheet.
    public static let limit = 200

    /// The purpose alone.
    let text: String

    /// Takes what the operator typed; a fence, or half of one, that is there already is not doubled.
    ///
    /// - Throws: `purposeMissing`, `purposeTooLong`.
    public init(_ typed: String) throws(SheetError) {
        let spaced = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var words = Self.trimmed(PrintedText.clean(spaced)[...])
        for (opening, closing) in [("ใช้เพื่อ", "เท่านั้น"), ("For ", " only")] {
            if words.hasPrefix(opening) { words = Self.trimmed(words.dropFirst(opening.count)) }
            if words.hasSuffix(closing) { words = Self.trimmed(words.dropLast(closing.count)) }
        }
        guard !words.isEmpty else { throw .purposeMissing }
        guard words.unicodeScalars.count <= Self.limit else { throw .purposeTooLong(limit: Self.limit) }
        text = String(words)
    }

    /// `# ใช้เพื่อ … เท่านั้น #`, in English on a sheet that is in English alone.
    func fenced(_ language: SheetLanguage) -> String {
        language == .english ? "# For \(text) only #" : "# ใช้เพื่อ \(text) เท่านั้น #"
    }

    private static func trimmed(_ words: Substring) -> Substring {
        var words = words.drop(while: isFence)
        while let last = words.last, isFence(last) { words.removeLast() }
        return words
    }

    private static func isFence(_ letter: Character) -> Bool { letter == "#" || letter == "*" || letter.isWhitespace }
}
