internal import CardTrace
internal import SmartCard
internal import ThaiIDCard

/// The ways in which a value may be written down.
enum Encodings {
    /// The value's bytes, and for text also UTF-8 and both orders of UTF-16.
    static func plain(_ value: OriginalValues.Value) -> [[UInt8]] {
        guard value.isText else { return [value.bytes] }
        let text = TIS620.decode(value.bytes).text
        let units = Array(text.utf16)
        return [
            value.bytes, Array(text.utf8), units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
        ]
    }

    /// Bytes as hexadecimal digits.
    static func hex(_ bytes: [UInt8]) -> [UInt8] { Array(Hex.encode(bytes).utf8) }

    /// Bytes as they look within Base64 (RFC 4648 §4), after 0, 1 or 2 other bytes: only the characters
    /// that depend on them alone.
    static func base64(_ bytes: [UInt8]) -> [[UInt8]] {
        (0...2).map { before in
            let bits = [UInt8](repeating: 0, count: before) + bytes
            let own = (before * 8 + 5) / 6..<(bits.count * 8 / 6)
            return own.map { place in
                let bit = place * 6
                let pair = UInt16(bits[bit / 8]) << 8 | UInt16(bit / 8 + 1 < bits.count ? bits[bit / 8 + 1] : 0)
                return alphabet[Int(pair >> (10 - UInt16(bit % 8)) & 0x3F)]
            }
        }
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
