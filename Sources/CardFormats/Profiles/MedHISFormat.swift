internal import CardRecord
internal import ThaiIDCard

extension CardFormat {
    /// The message that HIS Centrix (MedHIS) takes from its reader socket, as the one family of programs
    /// sends it that is documented by its author: Buddhist years, the sex as text, the village with its
    /// label. Nobody saw the system take it; `medhis-ce` is what another program sends.
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

    /// The same as the one program sends whose source is open: Gregorian years, the sex as a number, the
    /// village's number alone, no province. A sex that the card does not say is `null`.
    public static let medhisCE = profile(
        "medhis-ce",
        Bilingual("JSON ของ HIS Centrix แบบปี ค.ศ. (ยังไม่ยืนยัน)", "HIS Centrix's, Gregorian years (unverified)")
    ) { record in
        let sex = record.text("card", "sex", "raw").flatMap { ["1": 1, "2": 2][$0] }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let village = (record.text("card", "address", "moo") ?? "").utf8.drop { !digits.contains($0) }
        return [
            "mode": "readsmartcard", "Citizenid": record.plain("citizenID"),
            "Th_Firstname": record.plain("nameThai", "first"),
            "Th_Middlename": JSONValue(record.text("card", "nameThai", "middle")),
            "Th_Lastname": record.plain("nameThai", "last"), "Th_Prefix": record.plain("nameThai", "title"),
            "Birthday": record.grouped("birthDate", by: "/", lessYears: 543), "Sex": JSONValue(sex),
            "Address": record.plain("address", "full"), "addrHouseNo": record.plain("address", "houseNumber"),
            "addrVillageNo": .string(String(decoding: village.prefix { digits.contains($0) }, as: UTF8.self)),
            "addrTambol": record.plain("address", "subdistrict"), "addrAmphur": record.plain("address", "district"),
            "PhotoRaw": .string(record.photoBase64 ?? ""),
        ]
    }
}
