internal import CardRecord
internal import ThaiIDCard

extension CardFormat {
    /// What the health security office's agent answers to `read-card-only`: the card, nothing of the
    /// entitlement. The year of birth is Buddhist, the sex a Thai word; whether the title is a text
    /// there, as it is on the card, or a code has not been seen.
    public static let nhsoCardOnly = profile(
        "nhso-card-only",
        Bilingual("JSON ของ สปสช. read-card-only (ยังไม่ยืนยัน)", "NHSO agent's read-card-only (unverified)")
    ) { record in
        let sex = ["1": "ชาย", "2": "หญิง"][record.text(Field.sex, .raw) ?? ""] ?? ""
        let card: JSONValue = [
            "pid": record.number, "titleName": record.plain(Field.nameThai, .title),
            "fname": record.joined([record.text(Field.nameThai, .first), record.text(Field.nameThai, .middle)]),
            "lname": record.plain(Field.nameThai, .last),
            "birthDate": record.digits(Field.birthDate), "sex": .string(sex),
        ]
        return card.adding(record.photoMember("image"))
    }
}
