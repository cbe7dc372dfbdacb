internal import CardRecord
internal import ThaiIDCard

extension CardFormat {
    /// The message in which the health ministry's reader program publishes a card's data. Of its
    /// members `cid` and `th_fullname` (parts joined by `#`) have been seen; the others follow them.
    public static let moph = profile(
        "moph", Bilingual("ข้อความ MQTT ของกระทรวงสาธารณสุข (ยังไม่ยืนยัน)", "health ministry's MQTT message (unverified)"),
        dates: ["birthDate", "issueDate", "expiryDate"]
    ) { record in
        let name = ["title", "first", "middle", "last"]
        return [
            "status": "DATA_RETRIEVED",
            "data": [
                "cid": record.plain("citizenID"), "th_fullname": record.hashed("nameThai", name),
                "en_fullname": record.hashed("nameEnglish", name), "birthdate": record.digits("birthDate"),
                "sex": record.plain("sex", "raw"), "issuer": record.plain("issuer"),
                "issuedate": record.digits("issueDate"), "expiredate": record.digits("expiryDate"),
                "address": record.hashed("address", Address.Slot.allCases.map(\.rawValue)),
            ],
        ]
    }
}
