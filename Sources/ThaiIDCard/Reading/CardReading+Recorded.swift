internal import SmartCard

extension CardReading {
    /// What a recording says of some fields, where it was made with another plan than this project's and
    /// lacks bytes that a card would be asked for.
    ///
    /// It proves itself as far as bytes can: check digit, layout, photo ends. Fields that nobody asked
    /// for are `failed(.notRecorded)`; where the data version is one of them, the layout of `0003` is
    /// assumed, with a warning.
    ///
    /// - Parameters:
    ///   - image: all that the recording tells of the card.
    ///   - isBrokenOff: whether it ends before its own plan does. Then nothing may be missing.
    /// - Throws: `ChannelError.notRecorded` where the citizen ID is missing, a field that the request
    ///   requires, or any of one that is broken off.
    package init(
        recorded image: CardImage, isBrokenOff: Bool, _ request: ReadRequest, phases: [PhaseCost]
    ) throws(CardError) {
        try Self.proveIdentity(of: image, request)
        var card = IDCard(image, fields: request.fields)
        for field in request.fields {
            guard case .notRead = field.state(in: card) else { continue }
            let isLayout = field.key == Field.dataVersion.key && image[.storage].known.within(field.span).isEmpty
            guard !request.required.contains(field.key), isLayout || !isBrokenOff else {
                throw Self.lacking(field, image)
            }
            field.putFailure(.notRecorded, into: &card)
        }
        if case .failed(.malformed) = card.photo { throw .malformed(field: Field.photo.key) }
        let hasLayout = Field.identity.allSatisfy { image[$0.applet].known.contains($0.span) }
        if !hasLayout { card.warnings.insert(Warning(.versionAssumed, field: Field.dataVersion.key), at: 0) }
        self.init(image: image, card: card, phases: phases)
    }

    private static func proveIdentity(of image: CardImage, _ request: ReadRequest) throws(CardError) {
        let card = IDCard(image, fields: Field.identity)
        switch card.citizenID {
        case .value(let number), .partial(let number):
            guard number.hasValidCheckDigit || request.acceptsBadCheckDigit else { throw .checkDigit }
        case .notRead:
            throw lacking(Field.citizenID.row, image)
        case .blank, .failed: throw .malformed(field: Field.citizenID.key)
        }
        if case .notRead = card.dataVersion { return }
        if try CardReader.needsProof(card) { try CardReader.checkProof(of: image) }
    }

    /// The error that names the bytes of a field that are not there.
    private static func lacking(_ field: Field, _ image: CardImage) -> CardError {
        let gaps = image[field.applet].known.missing(in: field.neededSpan(in: image[field.applet]))
        let bytes = (gaps.first ?? field.span).lowerBound..<(gaps.last ?? field.span).upperBound
        return .channel(.notRecorded(application: field.applet.applicationID, bytes: bytes))
    }
}
