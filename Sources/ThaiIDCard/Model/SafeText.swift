/// The one sanitiser: what a card, a reader's name or a file says, made safe to show.
public enum SafeText {
    /// Whether a character could steer a terminal or reorder text: C0, DEL, C1, the line and
    /// paragraph separators, and Unicode's bidirectional controls.
    package static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// The text with U+FFFD in the place of every unsafe character.
    public static func clean(_ text: String) -> String {
        guard mayBeUnsafe(text), text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var safe = String.UnicodeScalarView()
        safe.append(contentsOf: text.unicodeScalars.map { isUnsafe($0) ? "\u{FFFD}" : $0 })
        return String(safe)
    }

    /// A text in one line, safe to show, without blanks at either end.
    package static func line(_ text: String) -> String {
        let text = clean(text).utf8.drop { $0 == 0x20 }
        return String(decoding: text.reversed().drop { $0 == 0x20 }.reversed(), as: UTF8.self)
    }

    /// A text of several lines, each made safe to show.
    package static func cleanLines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { clean(String($0)) }.joined(separator: "\n")
    }

    /// The lines of what another program says, each made safe to show, without blank ones.
    package static func lines(_ utf8: [UInt8]) -> [String] {
        utf8.split(separator: UInt8(ascii: "\n")).map { clean(String(decoding: $0, as: UTF8.self)) }
            .filter { $0.contains { !$0.isWhitespace } }
    }
}

// MARK: - Looking at many bytes at once

// Nearly every text is safe as it is, and its bytes show it: what is not safe is ASCII or begins with
// one of three bytes, which no Thai letter does. Each loop below looks at all bytes of a text without
// a way out, so that the compiler takes sixteen of them at a time.
extension SafeText {
    /// Whether a text stands between quotation marks as it is, without escapes, for certain.
    package static func isQuotable(_ text: String) -> Bool {
        overBytes(of: text) { byte in
            flag(byte < 0x20) | flag(byte == 0x7F) | flag(byte == 0x22) | flag(byte == 0x5C)
                | flag(byte == 0xC2) | flag(byte == 0xD8) | flag(byte == 0xE2)
        } == 0
    }

    /// Whether JSON text has no escape, and no character that is written as one.
    package static func isPlainJSON(_ utf8: [UInt8]) -> Bool {
        var all: UInt8 = 0
        for byte in utf8 {
            all |=
                flag(byte < 0x20) | flag(byte == 0x7F) | flag(byte == 0x5C) | flag(byte == 0xC2)
                | flag(byte == 0xD8) | flag(byte == 0xE2)
        }
        return all == 0
    }

    /// Whether a text may have an unsafe character.
    private static func mayBeUnsafe(_ text: String) -> Bool {
        overBytes(of: text) { byte in
            flag(byte < 0x20) | flag(byte == 0x7F) | flag(byte == 0xC2) | flag(byte == 0xD8) | flag(byte == 0xE2)
        } != 0
    }

    @inline(__always)
    private static func flag(_ isSo: Bool) -> UInt8 { isSo ? 1 : 0 }

    /// The flags of all bytes of a text, put together.
    @inline(__always)
    private static func overBytes(of text: String, _ flags: (UInt8) -> UInt8) -> UInt8 {
        var all: UInt8 = 0
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
            for byte in bytes { all |= flags(byte) }
        }
        guard isDone == nil else { return all }
        for byte in text.utf8 { all |= flags(byte) }
        return all
    }
}
