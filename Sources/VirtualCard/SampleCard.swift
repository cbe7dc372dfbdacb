public import ThaiIDCard

/// The card that everybody can read: an invented person with a drawn portrait.
///
/// Registrar code `0000` belongs to no office, so the numbers cannot be a real person's.
public enum SampleCard {
    /// The sample as a card.
    public static let card: IDCard = {
        var card = IDCard()
        card.dataVersion = .value("0003")
        card.citizenID = CitizenID("1000000000009").map { .value($0) } ?? .blank
        card.nameThai = .value(
            PersonName(title: "นาย", first: "ทดสอบ", middle: nil, last: "ตัวอย่าง", language: .thai))
        card.nameEnglish = .value(
            PersonName(title: "Mr.", first: "Thotsop", middle: nil, last: "Tuayang", language: .english))
        card.birthDate = .value(PartialDate(raw: "25330415"))
        card.sex = .value(Sex(raw: "1"))
        card.requestNumber = .value("00000512345/01234567")
        card.issuer = .value("ท้องถิ่นตัวอย่าง/จังหวัดตัวอย่าง")
        card.issuerCode = .value("3000000000005")
        card.issueDate = .value(PartialDate(raw: "25660601"))
        card.expiryDate = .value(PartialDate(raw: "25750414"))
        card.address = .value(
            Address([
                .houseNumber: "99/1", .soi: "ซอยตัวอย่าง 5", .road: "ถนนตัวอย่าง", .subdistrict: "แขวงตัวอย่าง",
                .district: "เขตตัวอย่าง", .province: "กรุงเทพมหานคร",
            ]))
        card.underPhotoNumber = .value("0000-05-01234567")
        card.photo = .value(Photo(jpeg: PackageResources.sample_portrait_jpg))
        card.chip.laserNumber = .value("JT9-9999999-99")
        card.chip.serialNumber = .value("0011223344556677")
        return card
    }()
}
