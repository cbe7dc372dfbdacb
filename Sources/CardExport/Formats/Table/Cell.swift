/// A cell of a table: text that stays text in whatever opens the file (OWASP, CSV injection).
///
/// Cells are always quoted (RFC 4180), and control characters become U+FFFD, so that none of them
/// ends a cell or a row. A text that a spreadsheet would take for a formula gets an apostrophe in
/// front; the record's own text is never changed in another way.
enum Cell {
    /// The text as a cell holds it, before it is quoted.
    static func safe(_ text: String) -> String {
        let clean = SafeText.clean(text)
        let start = clean.unicodeScalars.first { $0 != " " && $0 != "\u{A0}" && $0 != "\"" }
        return start.map(beginsFormula) == true ? "'" + clean : clean
    }

    /// Adds the quoted cell to a row.
    static func append(_ text: String, to row: inout [UInt8], as encode: (String) -> [UInt8]) {
        row.append(quote)
        if isPlain(text) {
            row += encode(text)
        } else {
            for byte in encode(safe(text)) {
                if byte == quote { row.append(quote) }
                row.append(byte)
            }
        }
        row.append(quote)
    }

    private static let quote = UInt8(ascii: "\"")

    /// The signs with which a formula begins, and their full-width forms, which some programs take
    /// for the same.
    private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}": true
        default: false
        }
    }

    /// Whether a text is its own cell for certain, judged by its bytes: nearly all are.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return true }
        // A letter or digit, or the first byte of a Thai character.
        let beginsPlainly = first == 0xE0 || (0x30...0x39).contains(first) || (0x41...0x7A).contains(first)
        return beginsPlainly
            && !text.utf8.contains { byte in
                byte < 0x20 || byte == quote || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2
            }
    }
}
