package import ThaiIDCard

/// A decoded portrait.
///
/// The file that goes on into a document is not the card's own: its coefficients are decoded and coded
/// anew without loss and without comments or profiles, so that no viewer meets what the card sent.
package struct Portrait: Sendable {
    package let width: Int
    package let height: Int
    /// Four bytes a pixel in the order blue, green, red, unused: what Cairo calls RGB24 on a
    /// little-endian machine.
    package let pixels: [UInt8]
    /// The same picture as a JPEG file.
    package let jpeg: [UInt8]

    /// Decodes the photo of a card.
    ///
    /// - Throws: why there is none to show.
    package init(_ state: FieldState<Photo>) throws(PortraitAbsence) {
        switch state {
        case .value(let photo), .partial(let photo): try self.init(jpeg: photo.jpeg)
        case .blank: throw .notOnCard
        case .notRead: throw .notRead
        case .failed(.notRecorded): throw .notRecorded
        case .failed: throw .failed
        }
    }

    /// Decodes a file that `JPEGCheck` lets pass.
    package init(jpeg original: [UInt8]) throws(PortraitAbsence) {
        let passed = try JPEGCheck.check(original)
        (width, height) = (passed.width, passed.height)
        jpeg = try TurboJPEG.recoded(original)
        pixels = try TurboJPEG.pixels(of: jpeg, passed)
    }
}

/// The photo of a card as a file for other programs to open: the same picture, coded anew without loss.
///
/// What goes on is of this program's making, so that no other meets what a forged card holds.
package struct HarmlessJPEG: Sendable {
    /// The file.
    package let bytes: [UInt8]
    /// Pixels from side to side.
    package let width: Int
    /// Pixels from top to bottom.
    package let height: Int

    /// - Parameter photo: the JPEG file as the card holds it.
    /// - Throws: why there is none: see `JPEGCheck`.
    package init(_ photo: [UInt8]) throws(PortraitAbsence) {
        let portrait = try Portrait(jpeg: photo)
        (bytes, width, height) = (portrait.jpeg, portrait.width, portrait.height)
    }
}
