internal import CardFormats
internal import CardRecord
internal import ThaiIDCard

/// Text from a record made fit for a cell of a workbook, whose type says that it is text.
///
/// Markup is the library's to escape. What is left are characters that XML 1.0 (2.2) does not have,
/// and `_x0041_`, which workbooks read as the character of that number (ECMA-376 part 1, 22.9.2.19).
enum CellText {
    /// Most characters of a cell, in units of UTF-16.
    static let longest = 32_767

    /// The text as the file holds it.
    static func safe(_ text: String) -> String {
        let clean = SafeText.clean(text)
        guard clean.utf8.contains(where: { $0 == UInt8(ascii: "_") || $0 == 0xEF }) else { return clean }
        var safe = String.UnicodeScalarView()
        let scalars = Array(clean.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if scalar == "_", isEscape(scalars[index...]) { safe.append(contentsOf: "_x005F".unicodeScalars) }
            safe.append(scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar)
        }
        return String(safe)
    }

    /// Whether it begins like `_x0041_`.
    private static func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let start = scalars.prefix(7)
        guard start.count == 7, start.last == "_", start.dropFirst().first == "x" else { return false }
        return start.dropFirst(2).dropLast().allSatisfy(\.properties.isASCIIHexDigit)
    }
}
