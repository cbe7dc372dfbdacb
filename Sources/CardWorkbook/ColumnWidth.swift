internal import CardFormats
internal import CardRecord

/// How wide a column becomes: as wide as its longest cell, within reason.
struct ColumnWidth {
    /// In digits of the usual font.
    static let bounds = 8.0...48.0

    private(set) var digits = bounds.lowerBound

    /// Makes room for a text. Thai marks take none of their own; its letters are as wide as digits.
    mutating func fit(_ text: String, isBold: Bool = false) {
        let columns = Double(TerminalColumns.count(text)) * (isBold ? 1.15 : 1.05) + 2
        digits = min(max(digits, columns), Self.bounds.upperBound)
    }

    /// Makes room for what a heading has at its right end: the filter's button.
    mutating func fit(heading: String) { fit(heading + "  ", isBold: true) }
}
