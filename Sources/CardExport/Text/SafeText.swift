/// The one sanitiser: what a card, a reader's name or a file says, made safe to show.
public enum SafeText {
    /// Whether a character could steer a terminal or reorder text: C0, DEL, C1, the line and
    /// paragraph separators, and Unicode's bidirectional controls.
    public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// The text with U+FFFD in the place of every unsafe character.
    public static func clean(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var clean = String.UnicodeScalarView()
        clean.append(contentsOf: text.unicodeScalars.map { isUnsafe($0) ? "\u{FFFD}" : $0 })
        return String(clean)
    }

    /// The lines of what another program says, each made safe to show, without blank ones.
    public static func lines(_ utf8: [UInt8]) -> [String] {
        utf8.split(separator: UInt8(ascii: "\n")).map { clean(String(decoding: $0, as: UTF8.self)) }
            .filter { $0.contains { !$0.isWhitespace } }
    }
}
