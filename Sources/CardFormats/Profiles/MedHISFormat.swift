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
            "mode": "readsmartcard", "Citizenid": record.number,
            "Th_Prefix": record.plain(Field.nameThai, .title), "Th_Firstname": record.plain(Field.nameThai, .first),
            "Th_Middlename": record.plain(Field.nameThai, .middle), "Th_Lastname": record.plain(Field.nameThai, .last),
            "Birthday": record.grouped(Field.birthDate, by: "/"), "Sex": record.plain(Field.sex, .raw),
            "Address": record.plain(Field.address, .full), "addrHouseNo": record.plain(Field.address, .houseNumber),
            "addrVillageNo": record.plain(Field.address, .moo), "addrTambol": record.plain(Field.address, .subdistrict),
            "addrAmphur": record.plain(Field.address, .district),
            "addrProvince": record.plain(Field.address, .province),
        ]
        return card.adding(record.photoMember("PhotoRaw"))
    }

    /// The same as the one program sends whose source is open: Gregorian years, the sex as a number, the
    /// village's number alone, no province. A sex that the card does not say is `null`.
    public static let medhisCE = profile(
        "medhis-ce",
        Bilingual("JSON ของ HIS Centrix แบบปี ค.ศ. (ยังไม่ยืนยัน)", "HIS Centrix's, Gregorian years (unverified)")
    ) { record in
        let sex = record.text(Field.sex, .raw).flatMap { ["1": 1, "2": 2][$0] }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let village = (record.text(Field.address, .moo) ?? "").utf8.drop { !digits.contains($0) }
        return [
            "mode": "readsmartcard", "Citizenid": record.number,
            "Th_Firstname": record.plain(Field.nameThai, .first),
            "Th_Middlename": JSONValue(record.text(Field.nameThai, .middle)),
            "Th_Lastname": record.plain(Field.nameThai, .last), "Th_Prefix": record.plain(Field.nameThai, .title),
            "Birthday": record.grouped(Field.birthDate, by: "/", lessYears: 543), "Sex": JSONValue(sex),
            "Address": record.plain(Field.address, .full), "addrHouseNo": record.plain(Field.address, .houseNumber),
            "addrVillageNo": .string(String(decoding: village.prefix { digits.contains($0) }, as: UTF8.self)),
            "addrTambol": record.plain(Field.address, .subdistrict),
            "addrAmphur": record.plain(Field.address, .district),
            "PhotoRaw": .string(record.photoBase64 ?? ""),
        ]
    }
}
