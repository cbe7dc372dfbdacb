/// Text that somebody hands in, as editors and programs save it: UTF-8 or UTF-16, with a byte order
/// mark or without, or one byte a character (TIS 620-2533 with what Windows' code page 874 adds).
///
/// Whatever reads text asks here what it says. What is text in none of these encodings is for the
/// reader to refuse; nothing is repaired.
package enum InputText {
    /// A whole text as UTF-8 without its mark; `nil` where it is none.
    package static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
        let text = unmarked(bytes)
        return isUTF8(text) ? text : fromCodePage874(text)
    }

    /// A whole text without its mark, and UTF-16 as UTF-8. All else stands as it was, which need be no
    /// text.
    package static func unmarked(_ bytes: [UInt8]) -> [UInt8] {
        var stream = InputTextStream()
        let text = stream.take(bytes)
        let rest = stream.take([])
        return rest.isEmpty ? text : text + rest
    }

    /// A word without a mark, such as one of a command line; `nil` where it is no text.
    package static func string(_ bytes: [UInt8]) -> String? {
        String(validating: bytes, as: UTF8.self)
            ?? fromCodePage874(bytes).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether bytes are UTF-8.
    package static func isUTF8(_ bytes: some Collection<UInt8>) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    /// Text of one byte a character as UTF-8; `nil` where it is none. Damaged UTF-8 is not taken for it:
    /// Thai letters in UTF-8 spell ‘เธ’ or ‘เน’ and a third character in code page 874, over and over.
    package static func fromCodePage874(_ bytes: [UInt8]) -> [UInt8]? {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(3 * bytes.count)
        for (index, byte) in bytes.enumerated() {
            if byte < 0x80 {
                guard byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0A || byte == 0x0D else { return nil }
                utf8.append(byte)
            } else {
                guard !isThaiInUTF8(bytes[index...]), let scalar = TIS620.scalar(of: byte),
                    let character = UTF8.encode(scalar)
                else { return nil }
                utf8 += character
            }
        }
        return utf8
    }

    private static func isThaiInUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= 3, bytes[bytes.startIndex] == 0xE0 else { return false }
        let (second, third) = (bytes[bytes.startIndex + 1], bytes[bytes.startIndex + 2])
        return (0xB8...0xB9).contains(second) && (0x80...0xBF).contains(third)
    }
}

extension InputText {
    /// Whether a character is one of those with which people and their programs keep digits apart: a
    /// space of any width, one that forbids a line's end or is not seen at all, a tab, a hyphen, a dash
    /// or a minus sign.
    package static func isGap(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0D, 0x20, 0x2D: true
        case 0xA0, 0xAD, 0x2000...0x200F, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
        default: false
        }
    }

    /// What is left of a text without gaps between its characters.
    package static func withoutGaps(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !isGap($0) }))
    }

    /// What is left of a line of UTF-8 or of one byte a character without gaps; of what is no text,
    /// all is left.
    package static func withoutGaps(_ line: ArraySlice<UInt8>) -> [UInt8] {
        let rest = line.filter { $0 >= 0x80 || !isGap(Unicode.Scalar($0)) }
        guard rest.contains(where: { $0 >= 0x80 }) else { return rest }
        guard let text = isUTF8(rest) ? rest : fromCodePage874(rest) else { return rest }
        return Array(withoutGaps(String(decoding: text, as: UTF8.self)).utf8)
    }

    /// The text, in UTF-8, with each space that is not the keyboard's made one that is.
    package static func withPlainSpaces(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(where: mayBeginSpace) else { return text }
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count)
        var rest = text[...]
        while let byte = rest.first {
            let count = mayBeginSpace(byte) ? lengthOfSpace(rest) : 0
            plain.append(count > 0 ? 0x20 : byte)
            rest = rest.dropFirst(max(1, count))
        }
        return plain
    }

    private static func mayBeginSpace(_ byte: UInt8) -> Bool { byte == 0xC2 || byte == 0xE2 || byte == 0xE3 }

    /// How many bytes a space beyond ASCII takes that begins a text; 0 where none does.
    private static func lengthOfSpace(_ text: ArraySlice<UInt8>) -> Int {
        let bytes = Array(text.prefix(3)) + [0, 0]
        return switch (bytes[0], bytes[1], bytes[2]) {
        case (0xC2, 0xA0, _): 2
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): 3
        default: 0
        }
    }
}
