/// The identifier by which an application on a card is selected (AID, ISO/IEC 7816-4 §12.2.3).
public struct ApplicationID: Hashable, Sendable {
    /// Up to 16 bytes; none stands for the card's default application.
    public let bytes: [UInt8]

    /// Makes an identifier of at most 16 bytes.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }
}

extension ApplicationID: CustomStringConvertible {
    /// The identifier in hex.
    public var description: String { Hex.encode(bytes) }
}
