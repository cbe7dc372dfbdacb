import ThaiIDCard

/// What one field of the storage applet says when the card holds certain bytes.
struct FieldReading {
    let card: IDCard
    let warnings: [String]

    /// Loads a field from bytes, filled up with padding.
    init(_ key: String, _ bytes: [UInt8], padding: UInt8 = 0x20) throws {
        guard let field = Field.named(key) else { throw NoSuchField() }
        var image = CardImage()
        image[field.applet].write(
            bytes + [UInt8](repeating: padding, count: max(0, field.span.count - bytes.count)),
            at: field.span.lowerBound)
        card = IDCard(image, fields: [field])
        warnings = card.warnings.map(\.code)
    }

    /// Loads a field from a text that the card can hold.
    init(_ key: String, _ text: String, padding: UInt8 = 0x20) throws {
        guard let bytes = TIS620.encode(text) else { throw NoSuchField() }
        try self.init(key, bytes, padding: padding)
    }

    struct NoSuchField: Error {}
}

extension String {
    /// The characters' numbers, for comparing texts that look alike.
    var scalars: [UInt32] { unicodeScalars.map(\.value) }
}
