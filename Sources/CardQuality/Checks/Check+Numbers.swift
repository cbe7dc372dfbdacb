internal import CardRecord
internal import ThaiIDCard

extension Check {
    /// Numbers of request, photo, plastic and chip, and the office.
    static let numberChecks: [Check] = [
        Check(
            "request-shape", .warning, Field.requestNumber,
            Bilingual(
                "เลขคำขอมีบัตรไม่ใช่เลข 11 หลัก / 8 หลัก", "The request number is not 11 digits, a stroke and 8 digits."),
            where: { $0.card.requestNumber.value.map { RequestNumber($0) == nil } ?? false },
            example: { $0.card.requestNumber = .value("0000512345/01234567") }),
        Check(
            "request-number-photo", .warning, Field.underPhotoNumber,
            Bilingual(
                "เลขใต้รูปไม่ตรงกับเลขคำขอมีบัตร", "The number under the photo does not repeat the request number."),
            where: { card in
                guard let request = card.card.requestNumber.value.flatMap(RequestNumber.init),
                    let number = card.card.underPhotoNumber.value?.filter(\.isNumber), number.utf8.count == 14
                else { return false }
                return number.prefix(4) != request.office || number.suffix(8) != request.number
            },
            example: { $0.card.underPhotoNumber = .value("0000-05-01234568") }),
        Check(
            "office-blank", .information, Field.issuer,
            Bilingual("ไม่มีชื่อหน่วยงานที่ออกบัตร", "The office that issued the card is not named."),
            where: { $0.card.issuer.isBlank }, example: { $0.card.issuer = .blank }),
        Check(
            "laser-shape", .warning, Field.Chip.laserNumber,
            Warning(.laserNumberFormat, field: Field.Chip.laserNumber.key).message,
            where: { $0.isWarned(Field.Chip.laserNumber) { $0 == .laserNumberFormat } },
            example: { $0.card.warnings.append(Warning(.laserNumberFormat, field: Field.Chip.laserNumber.key)) }),
        Check(
            "chip-repeat", .warning, Field.Chip.serialNumber,
            Bilingual("หมายเลขชิปซ้ำกับบัตรของผู้อื่น", "The chip number is that of another person's card."),
            where: \.isChipElsewhere, example: { $0.isChipElsewhere = true }),
    ]
}

/// A request number of the usual shape. Its first four digits and its last eight are printed under the photo; what they
/// mean is not known.
private struct RequestNumber {
    let office: Substring
    let number: Substring

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [11, 8], text.utf8.count == 20,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        (office, number) = (parts[0].prefix(4), parts[1])
    }
}
