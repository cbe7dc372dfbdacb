/// The photo of a card as a file for other programs to open: the same picture, coded anew without loss.
///
/// What goes on is of this program's making, so that no other meets what a forged card holds.
public struct HarmlessJPEG: Sendable {
    /// The file.
    public let bytes: [UInt8]
    /// Pixels from side to side.
    public let width: Int
    /// Pixels from top to bottom.
    public let height: Int

    /// - Parameter photo: the JPEG file as the card holds it.
    /// - Throws: why there is none: see `JPEGCheck`.
    public init(_ photo: [UInt8]) throws(PortraitAbsence) {
        let portrait = try Portrait(jpeg: photo)
        (bytes, width, height) = (portrait.jpeg, portrait.width, portrait.height)
    }
}
