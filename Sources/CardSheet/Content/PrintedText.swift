internal import CardRecord
internal import ThaiIDCard

/// Text from outside made fit for a page: what `SafeText` lets through, with no more marks on a letter
/// than Thai writing has, since marks stack without end and would climb out of their line.
enum PrintedText {
    /// The text with U+FFFD in the place of what is not safe and of every mark too many.
    static func clean(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        var marks = 0
        for scalar in SafeText.clean(text).unicodeScalars {
            marks = isMark(scalar) ? marks + 1 : 0
            clean.append(marks > mostMarks ? "\u{FFFD}" : scalar)
        }
        return String(clean)
    }

    /// A vowel, a tone, and one to spare.
    private static let mostMarks = 3

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: false
        }
    }
}
