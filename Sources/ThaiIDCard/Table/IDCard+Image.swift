extension IDCard {
    /// Decodes fields out of an image. This never fails: what cannot be had says so in its state.
    public init(_ image: CardImage, fields: [Field] = Field.all) {
        self.init()
        for field in fields { field.load(from: image, into: &self) }
        noteDoubtfulDates(on: nil)
    }

    /// The bytes of a card that says all this, padded to their full widths. Of the optional
    /// applets it has those of which something is known.
    ///
    /// - Throws: `EncodingError` where the card has no bytes for a value, or a field failed.
    public func image() throws(EncodingError) -> CardImage {
        var image = CardImage()
        for applet in Applet.allCases {
            let fields = Field.all.filter { $0.applet == applet }
            if absentApplets.contains(applet) || (applet != .storage && fields.allSatisfy(isUnread)) {
                image.absent.insert(applet)
            } else {
                if case .answer(_, let count, let tag) = applet.access {
                    image[applet].write(tag + [UInt8](repeating: 0, count: count - tag.count), at: 0)
                }
                for field in fields { try field.store(from: self, into: &image) }
            }
        }
        return image
    }

    private func isUnread(_ field: Field) -> Bool {
        switch field.state(in: self) {
        case .notRead, .failed(.notRecorded): true
        default: false
        }
    }
}
