internal import CardRecord

/// How many columns of a terminal a text takes.
///
/// Thai vowels and tone marks above and below a consonant take none; everything else that the card
/// can hold takes one.
package enum TerminalColumns {
    /// The columns of a whole text.
    package static func count(_ text: String) -> Int {
        text.unicodeScalars.count { !isMark($0) }
    }

    /// The text, filled up with spaces to a number of columns.
    package static func pad(_ text: String, to columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - count(text)))
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E: true
        default: false
        }
    }
}
