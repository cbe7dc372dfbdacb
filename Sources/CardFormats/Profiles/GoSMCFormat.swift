internal import CardRecord
internal import ThaiIDCard

extension CardFormat {
    /// The event `smc-data` of go-thai-smartcard, as its sources of 2026 write it: years Gregorian, month
    /// and day as the card has them, zeros included; parts of the address without their labels; no blank
    /// between title and first name, in English neither. The number on the back and the health office's
    /// data are there where they were read.
    public static let goSMC = profile(
        "go-smc", Bilingual("เหตุการณ์ smc-data ของ go-thai-smartcard", "go-thai-smartcard's smc-data event"),
        dates: [
            Field.birthDate, Field.issueDate, Field.expiryDate, Field.Health.issueDate, Field.Health.expiryDate,
            Field.Health.updateDate,
        ]
    ) { record in
        let personal: JSONValue = [
            "cid": record.number, "name": name(record, Field.nameThai), "name_eng": name(record, Field.nameEnglish),
            "dob": date(record, Field.birthDate), "gender": record.plain(Field.sex, .raw),
            "card_issuer": record.plain(Field.issuer), "issue_date": date(record, Field.issueDate),
            "expire_date": date(record, Field.expiryDate), "address": address(record),
            "face_image": .string(record.photoBase64 ?? ""),
        ]
        let payload = JSONValue.present(("personal", personal), ("card", back(record)), ("nhso", health(record)))
        return ["event": "smc-data", "payload": payload ?? .null]
    }

    private static func date(_ record: JSONRecord, _ field: Field.Handle<PartialDate>) -> JSONValue {
        record.grouped(field, by: "-", lessYears: 543)
    }

    private static func name(_ record: JSONRecord, _ field: Field.Handle<PersonName>) -> JSONValue {
        func part(_ part: PersonName.Part) -> String { record.text(field, part) ?? "" }
        let full = [part(.title) + part(.first), part(.middle), part(.last)].filter { !$0.isEmpty }
        return [
            "prefix": .string(part(.title)), "first_name": .string(part(.first)),
            "middle_name": .string(part(.middle)), "last_name": .string(part(.last)),
            "full_name": .string(full.joined(separator: " ")),
        ]
    }

    /// The second part is a village or else a side street, by its label; what stands between it and the
    /// last three is the street.
    private static func address(_ record: JSONRecord) -> JSONValue {
        func part(_ slot: Address.Slot) -> String { record.text(Field.address, slot) ?? "" }
        func bare(_ slot: Address.Slot, _ labels: String...) -> JSONValue {
            .string(labels.lazy.compactMap { without($0, part(slot)) }.first ?? part(slot))
        }
        return [
            "house_no": .string(part(.houseNumber)), "moo": .string(without("หมู่ที่", part(.moo)) ?? ""),
            "soi": .string(without("ซอย", part(.moo)) ?? ""),
            "street": record.joined([Address.Slot.trok, .soi, .road].map { record.text(Field.address, $0) }),
            "subdistrict": bare(.subdistrict, "ตำบล", "แขวง"), "district": bare(.district, "อำเภอ", "เขต"),
            "province": bare(.province, "จังหวัด"), "address": record.plain(Field.address, .full),
        ]
    }

    /// A text without the label that it begins with and blanks behind that; `nil` where it has another.
    private static func without(_ label: String, _ text: String) -> String? {
        guard text.unicodeScalars.starts(with: label.unicodeScalars) else { return nil }
        let rest = text.unicodeScalars.dropFirst(label.unicodeScalars.count).drop { $0 == " " }
        return String(String.UnicodeScalarView(rest))
    }

    private static func back(_ record: JSONRecord) -> JSONValue? {
        record.text(Field.Chip.laserNumber).map { number in
            ["laser_id": .string(String(String.UnicodeScalarView(number.unicodeScalars.filter { $0 != "-" })))]
        }
    }

    private static func health(_ record: JSONRecord) -> JSONValue? {
        guard record.has(.health) else { return nil }
        return [
            "main_inscl": record.plain(Field.Health.mainEntitlement),
            "sub_inscl": record.plain(Field.Health.subEntitlement),
            "main_hospital": record.plain(Field.Health.mainHospital),
            "sub_hospital": record.plain(Field.Health.subHospital), "paid_type": record.plain(Field.Health.paidType),
            "issue_date": date(record, Field.Health.issueDate), "expire_date": date(record, Field.Health.expiryDate),
            "update_date": date(record, Field.Health.updateDate),
            "change_hospital_amount": record.plain(Field.Health.hospitalChanges),
        ]
    }
}
