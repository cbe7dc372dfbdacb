/// The holder's photo: the bytes of a JPEG file, as the card holds them.
///
/// Cards observed hold baseline JPEG, 148 pixels wide and 178 high, of at most 5,118 bytes. The
/// bytes are never decoded here.
public struct Photo: Hashable, Sendable {
    /// The file, from `FF D8` to `FF D9`.
    public let jpeg: [UInt8]

    /// Takes the bytes of a JPEG file.
    public init(jpeg: [UInt8]) { self.jpeg = jpeg }

    /// Size in pixels, as the file's frame header states it.
    package var header: JPEGHeader? { JPEGHeader(jpeg) }
}
