internal import CardRecord
internal import ThaiIDCard

extension Check {
    static let photoChecks: [Check] = [
        Check(
            "photo-missing", .warning, Field.photo, Bilingual("ไม่มีรูปถ่าย", "There is no photo."),
            where: { $0.card.photo.isBlank }, example: { $0.card.photo = .blank }),
        Check(
            "photo-header", .error, Field.photo,
            Bilingual(
                "รูปถ่ายไม่ใช่ไฟล์ JPEG แบบ baseline ที่ไม่เกิน 1 ล้านพิกเซลและ 64 KiB",
                "The photo is not a baseline JPEG file of at most a million pixels and 64 KiB."),
            where: { card in
                card.photo.map { !$0.isSound } ?? card.isWarned(Field.photo) { $0 == .failed(.malformed) }
            },
            example: { $0.card.photo = .value(Photo(jpeg: [0xFF, 0xD8, 0xFF, 0xD9])) }),
        // Every card of which a header was published has this size.
        Check(
            "photo-shape", .information, Field.photo,
            Bilingual("รูปถ่ายไม่ได้กว้าง 148 สูง 178 พิกเซล", "The photo is not 148 pixels wide and 178 high."),
            where: { card in
                guard let photo = card.photo, let width = photo.width, let height = photo.height else { return false }
                return (width, height) != (148, 178)
            },
            example: { card in
                guard var jpeg = card.card.photo.value?.jpeg,
                    let frame = jpeg.indices.dropLast(8).first(where: { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
                else { return }
                jpeg[frame + 8] = 147
                card.card.photo = .value(Photo(jpeg: jpeg))
            }),
        Check(
            "photo-repeat", .warning, Field.photo,
            Bilingual("รูปถ่ายเป็นไฟล์เดียวกับของผู้อื่น", "The photo is the same file as another person's."),
            where: \.isPhotoElsewhere, example: { $0.isPhotoElsewhere = true }),
    ]
}

extension PhotoFacts {
    private static let mostPixels = 1_000_000
    private static let mostBytes = 65_536

    /// Whether its file is one that any program can show and none chokes on, as far as it is known.
    fileprivate var isSound: Bool {
        guard let width, let height, width > 0, height > 0 else { return false }
        guard width * height <= Self.mostPixels, count <= Self.mostBytes else { return false }
        guard let jpeg else { return true }
        let isWhole = jpeg.starts(with: [0xFF, 0xD8]) && jpeg.suffix(2).elementsEqual([0xFF, 0xD9])
        return isWhole && JPEGHeader(jpeg)?.isBaseline ?? false
    }
}
