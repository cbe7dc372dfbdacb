internal import ThaiIDCard

extension CardFormat {
    /// The message that HIS Centrix (MedHIS) takes from its reader socket. Of two programs that feed
    /// it one sends Buddhist years and the sex as text, as here, the other does neither.
    public static let medhis = profile(
        "medhis", Bilingual("JSON ของ HIS Centrix (ยังไม่ยืนยัน)", "HIS Centrix's reader message (unverified)")
    ) { record in
        let card: JSONValue = [
            "mode": "readsmartcard", "Citizenid": record.plain("citizenID"),
            "Th_Prefix": record.plain("nameThai", "title"), "Th_Firstname": record.plain("nameThai", "first"),
            "Th_Middlename": record.plain("nameThai", "middle"), "Th_Lastname": record.plain("nameThai", "last"),
            "Birthday": record.grouped("birthDate", by: "/"), "Sex": record.plain("sex", "raw"),
            "Address": record.plain("address", "full"), "addrHouseNo": record.plain("address", "houseNumber"),
            "addrVillageNo": record.plain("address", "moo"), "addrTambol": record.plain("address", "subdistrict"),
            "addrAmphur": record.plain("address", "district"), "addrProvince": record.plain("address", "province"),
        ]
        return card.adding(record.photoMember("PhotoRaw"))
    }
}
