/// How many columns of a terminal a text takes.
///
/// Thai vowels and tone marks above and below a consonant take none, as all marks; what East Asia writes takes two;
/// everything else takes one, `ำ` too, though it is part of the letter before it.
package enum TerminalColumns {
    /// The columns of a whole text.
    package static func count(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + count($1) }
    }

    /// The text, filled up with spaces to a number of columns.
    package static func pad(_ text: String, to columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - count(text)))
    }

    private static func count(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E: 0
        case 0..<0x0300, 0x0E00..<0x0E80: 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6, 0xA960...0xA97C,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
            0x1F680...0x1F6C5, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            2
        default: isMark(scalar.properties.generalCategory) ? 0 : 1
        }
    }

    private static func isMark(_ category: Unicode.GeneralCategory) -> Bool {
        category == .nonspacingMark || category == .enclosingMark || category == .format
    }
}
