import CardFormats

extension String {
    /// The text in lines of so many columns of a terminal, each after so many spaces.
    ///
    /// Lines end where a space is, as the parser's own do. Where there is none, as in Thai, they end between two
    /// letters that may be parted: never before a vowel or a mark that belongs to the letter before it, nor after a
    /// vowel that is written before its consonant.
    package func wrapped(to columns: Int, indent: Int = 0) -> String {
        let spaces = String(repeating: " ", count: indent)
        return split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { $0.lines(of: Swift.max(columns - indent, 1)) }
            .map { $0.isEmpty ? "" : spaces + $0 }.joined(separator: "\n")
    }
}

extension Substring {
    fileprivate func lines(of columns: Int) -> [Substring] {
        var lines: [Substring] = []
        var rest = self
        while TerminalColumns.count(String(rest)) > columns {
            let end = rest.end(within: columns)
            if let space = rest[..<end].lastIndex(of: " ") {
                lines.append(rest[..<space])
                rest = rest[rest.index(after: space)...]
            } else if let end = rest[..<end].lastPlaceToPart(before: rest[end...].first) {
                lines.append(rest[..<end])
                rest = rest[end...]
            } else {
                guard let space = rest.firstIndex(of: " ") else { break }
                lines.append(rest[..<space])
                rest = rest[rest.index(after: space)...]
            }
        }
        return lines + [rest]
    }

    /// Where so many columns end.
    private func end(within columns: Int) -> Index {
        var (end, left) = (startIndex, columns)
        while end < endIndex {
            left -= TerminalColumns.count(String(self[end]))
            guard left >= 0 else { break }
            end = index(after: end)
        }
        return end
    }

    /// The last place, at the end or before it, at which Thai letters may be parted.
    private func lastPlaceToPart(before next: Character?) -> Index? {
        var (place, after) = (endIndex, next)
        while place > startIndex {
            let before = index(before: place)
            if let after, self[before].mayEndLine, after.mayBeginLine { return place }
            (place, after) = (before, self[before])
        }
        return nil
    }
}

extension Character {
    private var isThai: Bool { unicodeScalars.first.map { (0x0E01...0x0E5B).contains($0.value) } ?? false }

    /// Whether this is Thai, and no vowel that waits for its consonant.
    fileprivate var mayEndLine: Bool { isThai && !"เแโใไ".contains(self) }

    /// Whether this is Thai, and nothing that belongs to the letter before it.
    fileprivate var mayBeginLine: Bool { isThai && !"ะาๅๆฯ".contains(self) }
}
