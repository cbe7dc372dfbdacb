extension CardImage {
    /// The image as a file that readers of any kind can read to its end.
    ///
    /// Programs read the photo's area in steps of their own, most of them beyond the photo's end, some
    /// the whole 5,950 bytes of the applet; recordings and records stop where the photo does. Where the
    /// bytes say that, blanks fill what is not known of the area. Behind the table stand zeros where
    /// nothing is known, as memory that was never written holds. Nobody has published what a real card
    /// holds there: an assumption. Nothing else is filled in, least of all a field.
    package var filledUp: CardImage {
        guard let storage = bytes[.storage] else { return self }
        var filled = self
        let photo = Field.photo.row
        if isKnownToEnd(photo) {
            let area = (photo.span.lowerBound + PhotoArea.lengthWord)..<photo.span.upperBound
            for gap in storage.known.missing(in: area) {
                filled[.storage].write([UInt8](repeating: 0x20, count: gap.count), at: gap.lowerBound)
            }
        }
        for gap in storage.known.missing(in: Applet.storage.size..<Applet.storage.furthestEnd) {
            filled[.storage].write([UInt8](repeating: 0, count: gap.count), at: gap.lowerBound)
        }
        return filled
    }

    /// Whether the bytes tell where the photo ends, or that there is none.
    private func isKnownToEnd(_ photo: Field) -> Bool {
        switch photo.state(in: IDCard(self, fields: [photo])) {
        case .value, .partial, .blank: true
        case .failed, .notRead: false
        }
    }
}
