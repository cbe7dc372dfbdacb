/// Answer to reset: what a card says of itself when it is powered (ISO/IEC 7816-3 §8.2).
///
/// Any bytes make an ATR. What cannot be parsed has no historical bytes; nothing here judges
/// whether a card is welcome.
public struct ATR: Hashable, Sendable {
    /// The bytes as they came, 2 to 33 on a card that keeps to the standard.
    public let bytes: [UInt8]

    /// Keeps the bytes as they are.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The historical bytes (at most 15), empty where there are none or the structure is broken.
    public var historicalBytes: [UInt8] { structure?.historical ?? [] }

    /// The transmission protocols that are offered; T=0 where no TD byte names one. (15 stands for
    /// no protocol: it marks interface bytes that hold for all.)
    public var protocols: Set<UInt8> { structure?.protocols ?? [] }

    private var structure: (historical: [UInt8], protocols: Set<UInt8>)? {
        guard bytes.count >= 2 else { return nil }
        let historicalCount = Int(bytes[1] & 0x0F)
        var announced = bytes[1] >> 4
        var index = 2
        var protocols: Set<UInt8> = []
        while true {
            index += (announced & 0b0111).nonzeroBitCount
            guard announced & 0b1000 != 0 else { break }
            guard index < bytes.count else { return nil }
            if bytes[index] & 0x0F != 15 { protocols.insert(bytes[index] & 0x0F) }
            announced = bytes[index] >> 4
            index += 1
        }
        guard index + historicalCount <= bytes.count else { return nil }
        return (Array(bytes[index..<(index + historicalCount)]), protocols.isEmpty ? [0] : protocols)
    }
}

extension ATR: CustomStringConvertible {
    /// The bytes in hex.
    public var description: String { Hex.encode(bytes) }
}
