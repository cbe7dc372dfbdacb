public import ThaiIDCard

extension FieldValue {
    /// The value as people write it. What the card says is not made safe here: see `SafeText`.
    public func text(in language: Language) -> String {
        switch self {
        case .text(let text): text
        case .citizenID(let citizenID): citizenID.grouped
        case .maskedCitizenID(let masked): masked.description
        case .name(let name): name.full
        case .date(let date): DateText.text(date, language)
        case .sex(let sex):
            switch sex.value {
            case .male: Bilingual("ชาย", "male")[language]
            case .female: Bilingual("หญิง", "female")[language]
            case .unknown: Bilingual("ไม่ทราบ (\(sex.raw))", "unknown (\(sex.raw))")[language]
            }
        case .address(let address): address.full
        case .photo(let photo):
            Bilingual(
                "JPEG \(Self.size(photo)) \(photo.jpeg.count) ไบต์",
                "JPEG \(Self.size(photo)), \(photo.jpeg.count) bytes")[
                    language]
        }
    }

    private static func size(_ photo: Photo) -> String {
        photo.header.map { "\($0.width) × \($0.height)" } ?? "? × ?"
    }
}
