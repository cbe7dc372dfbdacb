internal import CardRecord
internal import ThaiIDCard

/// A cell of a table: text that stays text in whatever opens the file (OWASP, CSV injection).
///
/// Cells are always quoted (RFC 4180), and control characters become U+FFFD, so that none of them
/// ends a cell or a row. A text that a spreadsheet would take for a formula gets an apostrophe in
/// front, and so does what follows a comma or semicolon within it: a program set to another
/// separator than the file's sees a cell begin there. A dash alone, which on paper stands for
/// nothing, is no formula. Nothing else of the text is changed.
enum TableCell {
    /// The text as a cell holds it, before it is quoted.
    static func safe(_ text: String) -> String {
        var safe: [UInt8] = []
        safe.reserveCapacity(text.utf8.count + 16)
        // What was passed over since a cell began; `nil` within a cell.
        var passed: [UInt8]? = []
        let scalars = SafeText.clean(text).unicodeScalars
        for index in scalars.indices {
            let scalar = scalars[index]
            if let before = passed {
                if isPassedOver(scalar) {
                    passed? += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
                    continue
                }
                if beginsFormula(scalar), !isLoneDash(scalars[index...]) { safe.append(UInt8(ascii: "'")) }
                safe += before
                passed = nil
            }
            safe += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            if isSeparator(scalar) { passed = [] }
        }
        safe += passed ?? []
        return String(decoding: safe, as: UTF8.self)
    }

    /// Adds the quoted cell to a row; `lost` counts the characters that the encoding lacks.
    static func append(_ text: String, to row: inout [UInt8], in encoding: TextEncoding, lost: inout Int) {
        row.append(quote)
        let start = row.count
        row += text.utf8
        if encoding != .utf8 || !isPlain(row, from: start) {
            row.removeSubrange(start...)
            for byte in encoding.bytes(of: safe(text), lost: &lost) {
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

    /// Whether a dash has nothing but spaces between it and where its cell ends for any program.
    private static func isLoneDash(_ text: Substring.UnicodeScalarView) -> Bool {
        guard let dash = text.first, dash == "-" || dash == "\u{2212}" || dash == "\u{FF0D}" else { return false }
        let next = text.dropFirst().first { $0 != " " }
        return next.map(isSeparator) ?? true
    }

    /// What lists are separated by in some country; a tab is no text at all here.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "," || scalar == ";" || scalar == "|"
    }

    /// What a program may drop before it looks for a formula.
    private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || scalar == "\"" || scalar == "\u{FEFF}"
    }

    /// Whether the UTF-8 that begins there is its own cell for certain, as nearly every text is.
    private static func isPlain(_ row: [UInt8], from start: Int) -> Bool {
        guard start < row.count else { return true }
        switch row[start] {
        // A digit, a letter, or the first byte of a Thai character.
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xE0: break
        default: return false
        }
        for index in start..<row.count {
            let byte = row[index]
            if byte >= 0x80 {
                // The first bytes of all characters beyond ASCII that are unsafe.
                if byte == 0xC2 || byte == 0xD8 || byte == 0xE2 { return false }
            } else if byte < 0x30 ? byte < 0x20 || byte == quote || byte == 0x2C : byte == 0x3B || byte >= 0x7C {
                return false
            }
        }
        return true
    }
}
