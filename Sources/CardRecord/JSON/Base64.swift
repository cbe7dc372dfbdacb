/// Base64 (RFC 4648) without decoding it: a photo has thousands of characters.
enum Base64 {
    /// Whether a text is what encoding gives: nothing beyond the alphabet, whole groups of four, and no
    /// bits that say nothing.
    static func isCanonical(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable(isCanonical) ?? isCanonical(Array(text.utf8))
    }

    private static func isCanonical(_ text: some RandomAccessCollection<UInt8>) -> Bool {
        guard text.count.isMultiple(of: 4) else { return false }
        let padding = text.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
        let digits = text.dropLast(padding)
        guard let last = digits.last else { return true }
        var all: UInt8 = 0
        for character in digits { all |= values[Int(character)] }
        let unused: UInt8 = padding == 0 ? 0 : padding == 1 ? 0b11 : 0b1111
        return all < 64 && values[Int(last)] & unused == 0
    }

    /// The value of each character; 64 for what is none.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 64, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, character) in alphabet.utf8.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()
}
