internal import CardRecord
internal import ThaiIDCard

extension CardFormat {
    /// The message in which the health ministry's reader program publishes a card's data. Of its
    /// members `cid` and `th_fullname` (parts joined by `#`) have been seen; the others follow them.
    public static let moph = profile(
        "moph", Bilingual("ข้อความ MQTT ของกระทรวงสาธารณสุข (ยังไม่ยืนยัน)", "health ministry's MQTT message (unverified)"),
        dates: [Field.birthDate, Field.issueDate, Field.expiryDate]
    ) { record in
        let name = [PersonName.Part.title, .first, .middle, .last]
        return [
            "status": "DATA_RETRIEVED",
            "data": [
                "cid": record.number, "th_fullname": hashed(name.map { record.text(Field.nameThai, $0) }),
                "en_fullname": hashed(name.map { record.text(Field.nameEnglish, $0) }),
                "birthdate": record.digits(Field.birthDate),
                "sex": record.plain(Field.sex, .raw), "issuer": record.plain(Field.issuer),
                "issuedate": record.digits(Field.issueDate), "expiredate": record.digits(Field.expiryDate),
                "address": hashed(Address.Slot.allCases.map { record.text(Field.address, $0) }),
            ],
        ]
    }

    /// All parts of a value with `#` between them, empty ones too, as the card has them.
    private static func hashed(_ parts: [String?]) -> JSONValue {
        .string(parts.map { $0 ?? "" }.joined(separator: "#"))
    }
}
