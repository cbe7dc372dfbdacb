internal import CardFormats

/// Text in lines of so many columns.
package enum TextFlow {
    /// The lines: broken at spaces, and where a word is longer than a line, between what people see as characters.
    package static func lines(_ text: String, columns: Int) -> [String] {
        let columns = max(1, columns)
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            let joined = line.isEmpty ? String(word) : line + " " + word
            if TerminalColumns.count(joined) <= columns {
                line = joined
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = String(word)
            while TerminalColumns.count(line) > columns {
                let head = head(of: line, columns: columns)
                // A single character may be wider than the line.
                let taken = head.isEmpty ? String(line.prefix(1)) : head
                lines.append(taken)
                line.removeFirst(taken.count)
            }
        }
        return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
    }

    /// As much of a text as fits.
    static func head(of text: String, columns: Int) -> String {
        var (head, room) = ("", columns)
        for character in text {
            room -= TerminalColumns.count(String(character))
            if room < 0 { break }
            head.append(character)
        }
        // A vowel that is written before its consonant stays with it.
        while let last = head.last, leadingVowels.contains(last), head.count > 1, head.count < text.count {
            head.removeLast()
        }
        return head
    }

    private static let leadingVowels: Set<Character> = ["เ", "แ", "โ", "ใ", "ไ"]
}
