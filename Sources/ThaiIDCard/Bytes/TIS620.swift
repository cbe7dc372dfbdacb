/// Thai text as the card stores it: one byte a character (TIS 620-2533).
///
/// Decoding is total. Beyond the standard it accepts what Windows code page 874 adds, since data
/// that was keyed in by hand may hold it, and says so.
package enum TIS620 {
    /// What stood out while decoding.
    package struct Oddities: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        /// Bytes that only code page 874 defines.
        package static let codePage874 = Oddities(rawValue: 1)
        /// Bytes that neither defines; each became U+FFFD.
        package static let undefined = Oddities(rawValue: 2)
        /// Control characters; each was dropped.
        package static let control = Oddities(rawValue: 4)
    }

    /// The text that bytes stand for: trimmed, NFC, and free of control characters.
    package static func decode(_ bytes: some Collection<UInt8>) -> (text: String, oddities: Oddities) {
        var oddities: Oddities = []
        var utf8: [UInt8] = []
        utf8.reserveCapacity(3 * bytes.count)
        let visible = bytes.filter { $0 >= 0x20 && $0 != 0x7F }
        if visible.count < bytes.count { oddities.insert(.control) }
        for byte in canonicalOrder(visible) {
            switch byte {
            case 0x20...0x7E:
                utf8.append(byte)
            case 0xA1...0xDA, 0xDF...0xFB:
                let low = byte - 0xA0
                utf8.append(0xE0)
                utf8.append(0xB8 + (low >> 6))
                utf8.append(0x80 + (low & 0x3F))
            default:
                if let character = codePage874[byte] {
                    oddities.insert(.codePage874)
                    utf8 += Array(String(character).utf8)
                } else {
                    oddities.insert(.undefined)
                    utf8 += [0xEF, 0xBF, 0xBD]
                }
            }
        }
        let space = UInt8(ascii: " ")
        let start = utf8.firstIndex { $0 != space } ?? utf8.endIndex
        let end = utf8.lastIndex { $0 != space }.map { $0 + 1 } ?? start
        return (String(decoding: utf8[start..<end], as: UTF8.self), oddities)
    }

    /// The bytes that stand for a text, or `nil` where the card has no byte for one of its characters.
    package static func encode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.unicodeScalars.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20...0x7E:
                bytes.append(UInt8(scalar.value))
            case 0x0E01...0x0E3A, 0x0E3F...0x0E5B:
                bytes.append(UInt8(scalar.value - 0x0E00 + 0xA0))
            default:
                guard let entry = codePage874.first(where: { $0.value == scalar && $0.key != 0xA0 }) else {
                    return nil
                }
                bytes.append(entry.key)
            }
        }
        return bytes
    }

    /// The character that a byte stands for; `nil` where neither the standard nor code page 874 has one.
    static func scalar(of byte: UInt8) -> Unicode.Scalar? {
        switch byte {
        case 0x20...0x7E: Unicode.Scalar(byte)
        case 0xA1...0xDA, 0xDF...0xFB: Unicode.Scalar(0x0E00 + UInt32(byte - 0xA0))
        default: codePage874[byte]
        }
    }

    /// What code page 874 adds. A no-break space is read as a space.
    private static let codePage874: [UInt8: Unicode.Scalar] = [
        0x80: "€", 0x85: "…", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
        0xA0: " ",
    ]

    /// Puts marks of one consonant in Unicode's canonical order, which is all that NFC asks of Thai:
    /// nothing in this repertoire composes.
    private static func canonicalOrder(_ bytes: [UInt8]) -> [UInt8] {
        var ordered = bytes
        for index in ordered.indices.dropFirst() {
            let own = combiningClass(ordered[index])
            guard own > 0 else { continue }
            var place = index
            while place > 0, combiningClass(ordered[place - 1]) > own {
                ordered.swapAt(place, place - 1)
                place -= 1
            }
        }
        return ordered
    }

    /// Canonical combining class of the character that a byte stands for.
    private static func combiningClass(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0xDA: 9
        case 0xD8, 0xD9: 103
        case 0xE8...0xEB: 107
        default: 0
        }
    }
}
