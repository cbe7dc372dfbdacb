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
            "birthDate", "issueDate", "expiryDate", "health.issueDate", "health.expiryDate", "health.updateDate",
        ]
    ) { record in
        let personal: JSONValue = [
            "cid": record.plain("citizenID"), "name": name(record, "nameThai"), "name_eng": name(record, "nameEnglish"),
            "dob": date(record, "card", "birthDate"), "gender": record.plain("sex", "raw"),
            "card_issuer": record.plain("issuer"), "issue_date": date(record, "card", "issueDate"),
            "expire_date": date(record, "card", "expiryDate"), "address": address(record),
            "face_image": .string(record.photoBase64 ?? ""),
        ]
        let payload = JSONValue.present(("personal", personal), ("card", back(record)), ("nhso", health(record)))
        return ["event": "smc-data", "payload": payload ?? .null]
    }

    private static func date(_ record: JSONRecord, _ group: String, _ field: String) -> JSONValue {
        record.grouped(field, in: group, by: "-", lessYears: 543)
    }

    private static func name(_ record: JSONRecord, _ field: String) -> JSONValue {
        func part(_ name: String) -> String { record.text("card", field, name) ?? "" }
        let full = [part("title") + part("first"), part("middle"), part("last")].filter { !$0.isEmpty }
        return [
            "prefix": .string(part("title")), "first_name": .string(part("first")),
            "middle_name": .string(part("middle")), "last_name": .string(part("last")),
            "full_name": .string(full.joined(separator: " ")),
        ]
    }

    /// The second part is a village or else a side street, by its label; what stands between it and the
    /// last three is the street.
    private static func address(_ record: JSONRecord) -> JSONValue {
        func part(_ name: String) -> String { record.text("card", "address", name) ?? "" }
        func bare(_ name: String, _ labels: String...) -> JSONValue {
            .string(labels.lazy.compactMap { without($0, part(name)) }.first ?? part(name))
        }
        return [
            "house_no": .string(part("houseNumber")), "moo": .string(without("หมู่ที่", part("moo")) ?? ""),
            "soi": .string(without("ซอย", part("moo")) ?? ""),
            "street": record.joined("address", ["trok", "soi", "road"]),
            "subdistrict": bare("subdistrict", "ตำบล", "แขวง"), "district": bare("district", "อำเภอ", "เขต"),
            "province": bare("province", "จังหวัด"), "address": .string(part("full")),
        ]
    }

    /// A text without the label that it begins with and blanks behind that; `nil` where it has another.
    private static func without(_ label: String, _ text: String) -> String? {
        guard text.unicodeScalars.starts(with: label.unicodeScalars) else { return nil }
        let rest = text.unicodeScalars.dropFirst(label.unicodeScalars.count).drop { $0 == " " }
        return String(String.UnicodeScalarView(rest))
    }

    private static func back(_ record: JSONRecord) -> JSONValue? {
        record.text("chip", "laserNumber").map { number in
            ["laser_id": .string(String(String.UnicodeScalarView(number.unicodeScalars.filter { $0 != "-" })))]
        }
    }

    private static func health(_ record: JSONRecord) -> JSONValue? {
        guard case .object? = record.json["health"] else { return nil }
        func text(_ name: String) -> JSONValue { .string(record.text("health", name) ?? "") }
        return [
            "main_inscl": text("mainEntitlement"), "sub_inscl": text("subEntitlement"),
            "main_hospital": text("mainHospital"), "sub_hospital": text("subHospital"), "paid_type": text("paidType"),
            "issue_date": date(record, "health", "issueDate"), "expire_date": date(record, "health", "expiryDate"),
            "update_date": date(record, "health", "updateDate"), "change_hospital_amount": text("hospitalChanges"),
        ]
    }
}
