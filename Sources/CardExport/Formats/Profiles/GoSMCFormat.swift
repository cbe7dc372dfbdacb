internal import ThaiIDCard

extension CardFormat {
    /// The event `smc-data` of go-thai-smartcard, as its sources of 2026 write it: years Gregorian,
    /// month and day as the card has them, zeros included.
    public static let goSMC = profile(
        "go-smc", Bilingual("เหตุการณ์ smc-data ของ go-thai-smartcard", "go-thai-smartcard's smc-data event"),
        dates: ["birthDate", "issueDate", "expiryDate"]
    ) { record in
        let personal: JSONValue = [
            "cid": record.plain("citizenID"), "name": name(record, "nameThai"), "name_eng": name(record, "nameEnglish"),
            "dob": date(record, "birthDate"), "gender": record.plain("sex", "raw"),
            "card_issuer": record.plain("issuer"), "issue_date": date(record, "issueDate"),
            "expire_date": date(record, "expiryDate"), "address": address(record),
            "face_image": .string(record.photoBase64 ?? ""),
        ]
        return ["event": "smc-data", "payload": ["personal": personal]]
    }

    private static func date(_ record: JSONRecord, _ field: String) -> JSONValue {
        record.grouped(field, by: "-", lessYears: 543)
    }

    private static func name(_ record: JSONRecord, _ field: String) -> JSONValue {
        [
            "prefix": record.plain(field, "title"), "first_name": record.plain(field, "first"),
            "middle_name": record.plain(field, "middle"), "last_name": record.plain(field, "last"),
            "full_name": record.plain(field, "full"),
        ]
    }

    private static func address(_ record: JSONRecord) -> JSONValue {
        [
            "house_no": record.plain("address", "houseNumber"), "moo": record.plain("address", "moo"),
            "soi": record.joined("address", ["trok", "soi"]), "street": record.plain("address", "road"),
            "subdistrict": record.plain("address", "subdistrict"), "district": record.plain("address", "district"),
            "province": record.plain("address", "province"), "address": record.plain("address", "full"),
        ]
    }
}
