internal import ThaiIDCard

/// The one sanitiser: what a card, a reader's name or a file says, made safe to show.
public enum SafeText {
    /// Whether a character could steer a terminal or reorder text: C0, DEL, C1, the line and
    /// paragraph separators, and Unicode's bidirectional controls.
    public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isUnsafeToShow
    }

    /// The text with U+FFFD in the place of every unsafe character.
    public static func clean(_ text: String) -> String { text.safeToShow }

    /// A text of several lines, each made safe to show.
    public static func cleanLines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { clean(String($0)) }.joined(separator: "\n")
    }

    /// The lines of what another program says, each made safe to show, without blank ones.
    public static func lines(_ utf8: [UInt8]) -> [String] {
        utf8.split(separator: UInt8(ascii: "\n")).map { clean(String(decoding: $0, as: UTF8.self)) }
            .filter { $0.contains { !$0.isWhitespace } }
    }
}
