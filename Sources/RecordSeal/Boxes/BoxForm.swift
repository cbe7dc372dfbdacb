/// How a text lies in its box; the numbers stand in the box.
enum BoxForm: UInt8, CaseIterable, Sendable {
    /// As it is: for what is always as long, such as keys.
    case bare = 0
    /// With `80`, then zeros, to a whole number of units (ISO/IEC 9797-1, method 2), so that a box's length says little.
    case padded = 1
    /// Packed with the first dictionary, then padded.
    case packed = 2

    /// All of a padded box has a multiple of so many bytes.
    static let unit = 256

    /// The text of a box, and its form: what does not become smaller is not packed.
    func text(of bytes: [UInt8]) -> (BoxForm, [UInt8]) {
        switch self {
        case .bare: return (self, bytes)
        case .padded: return (self, Self.padding(bytes))
        case .packed:
            let packed = Packing.pack(bytes)
            return packed.count < bytes.count ? (self, Self.padding(packed)) : (.padded, Self.padding(bytes))
        }
    }

    /// What was sealed as this text.
    func bytes(of text: [UInt8]) throws(SealError) -> [UInt8] {
        switch self {
        case .bare: return text
        case .padded: return try Self.withoutPadding(text)
        case .packed:
            guard let bytes = Packing.unpack(try Self.withoutPadding(text)) else { throw .damaged }
            return bytes
        }
    }

    private static func padding(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        bytes.append(0x80)
        let rest = (bytes.count + BoxKey.overhead) % unit
        if rest > 0 { bytes += repeatElement(0, count: unit - rest) }
        return bytes
    }

    private static func withoutPadding(_ text: [UInt8]) throws(SealError) -> [UInt8] {
        guard let end = text.lastIndex(where: { $0 != 0 }), text[end] == 0x80 else { throw .damaged }
        var bytes = text
        bytes.removeLast(bytes.count - end)
        return bytes
    }
}
