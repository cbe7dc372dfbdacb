internal import CardRecord
internal import ThaiIDCard

extension CardFormat {
    /// The photo's JPEG file, byte by byte as the card holds it. It is never decoded.
    public static let photo = CardFormat(
        "photo", Bilingual("รูปถ่าย (JPEG) ตามที่อยู่ในบัตร", "the photo (JPEG) as the card holds it"), fileExtension: "jpg",
        holdsOne: true, isBinary: true,
        fields: { _ in Field.all.filter { $0.kind == .photo } },
        body: { record, _ throws(FormatError) in
            guard let photo = record.photo else { throw .lacks(field: Field.photo.key) }
            return FormattedRecord(photo)
        })
}
