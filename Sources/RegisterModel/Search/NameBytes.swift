/// Keys of names as an index has them: a byte for each letter of Thai and of ASCII, as in TIS-620, five for any other.
///
/// No letter's bytes are found within those of others.
enum NameBytes {
    /// The bytes of as many letters as fit.
    static func encode(_ text: String, most: Int = 255) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            let letter = encode(scalar.value)
            guard bytes.count + letter.count <= most else { break }
            bytes += letter
        }
        return bytes
    }

    private static func encode(_ value: UInt32) -> [UInt8] {
        switch value {
        case 0x20..<0x7F: [UInt8(value)]
        case 0x0E01...0x0E5B: [UInt8(value - 0x0E01 + 0xA1)]
        case 0x10_0000...: encode(0xFFFD)
        default:
            [0x90 | UInt8(value >> 16)] + [12, 8, 4, 0].map { 0x80 | UInt8(value >> $0 & 0xF) }
        }
    }

    /// The text of bytes that `encode` made; others stand for U+FFFD.
    static func decode(_ bytes: some Sequence<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case 0x20..<0x7F: text.append(Unicode.Scalar(byte))
            case 0xA1...0xFB: text.append(Unicode.Scalar(UInt32(byte) - 0xA1 + 0x0E01) ?? "\u{FFFD}")
            case 0x90...0x9F:
                var value = UInt32(byte & 0xF)
                for _ in 0..<4 { value = value << 4 | UInt32((rest.next() ?? 0) & 0xF) }
                text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
            default: text.append("\u{FFFD}")
            }
        }
        return String(text)
    }
}
