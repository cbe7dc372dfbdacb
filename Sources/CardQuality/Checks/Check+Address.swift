internal import AreaCodes
internal import CardRecord
internal import ThaiIDCard

extension Check {
    /// The address, as at the day of issue.
    static let addressChecks: [Check] = [
        Check(
            "area-missing", .warning, Field.address,
            Bilingual(
                "ที่อยู่ไม่มีตำบล อำเภอ หรือจังหวัด", "The address lacks a subdistrict, a district or a province."),
            where: { $0.area == .incomplete },
            example: { $0.address[.district] = nil }),
        Check(
            "area-unknown", .warning, Field.address,
            Bilingual("ไม่มีพื้นที่ปกครองนี้ในวันออกบัตร", "There was no such area on the day of issue."),
            remark: { card in
                switch card.area {
                case .unknown(let slot)?:
                    Remark(
                        words: Bilingual(
                            "ไม่มี\(slot.words.thai)ชื่อนี้ในทะเบียนพื้นที่ปกครอง",
                            "The list of areas has no \(slot.words.english) of this name."),
                        detail: ["part": .string(slot.rawValue)])
                case .ended(let area)?:
                    Remark(
                        words: Bilingual(
                            "พื้นที่ปกครองนี้ถูกยกเลิกไปก่อนวันออกบัตร", "The area was abolished before the day of issue."),
                        detail: area.detail)
                default: nil
                }
            },
            example: {
                $0.address = [
                    .houseNumber: "99/1", .subdistrict: "แขวงตัวอย่าง", .district: "เขตบางนา", .province: "กรุงเทพมหานคร",
                ]
            }),
        Check(
            "area-abolished", .information, Field.address,
            Bilingual("พื้นที่ปกครองนี้ถูกยกเลิกแล้ว", "The area has been abolished."),
            remark: { card in
                guard case .abolished(let area)? = card.area else { return nil }
                let now = area.successors.compactMap { AreaCodes.area($0)?.words }.joined(separator: ", ")
                return Remark(
                    words: now.isEmpty
                        ? nil
                        : Bilingual(
                            "พื้นที่ปกครองนี้ถูกยกเลิกแล้ว ปัจจุบันคือ \(now)", "The area has been abolished; it is now \(now)."),
                    detail: area.detail)
            },
            example: {
                $0.card.issueDate = .value(PartialDate(raw: "25640601"))
                $0.card.expiryDate = .value(PartialDate(expiry: "25730414"))
                $0.address = [
                    .houseNumber: "99/1", .subdistrict: "แขวงบางนา", .district: "เขตบางนา", .province: "กรุงเทพมหานคร",
                ]
            }),
        Check(
            "area-mismatch", .warning, Field.address,
            Bilingual(
                "ตำบล อำเภอ และจังหวัดในที่อยู่ไม่ได้อยู่ด้วยกัน",
                "Subdistrict, district and province of the address exist, and not within one another."),
            remark: { card in
                guard case .mismatch(let slot)? = card.area else { return nil }
                let (inner, outer): (Bilingual, Bilingual) =
                    slot == .district
                    ? (slot.words, Address.Slot.province.words) : (slot.words, Address.Slot.district.words)
                return Remark(
                    words: Bilingual(
                        "\(inner.thai)นี้ไม่ได้อยู่ใน\(outer.thai)ที่ระบุ",
                        "The \(inner.english) does not lie in the \(outer.english) that is named."),
                    detail: ["part": .string(slot.rawValue)])
            },
            example: {
                $0.address = [
                    .houseNumber: "99/1", .subdistrict: "แขวงบางนาใต้", .district: "เขตพระนคร",
                    .province: "กรุงเทพมหานคร",
                ]
            }),
        Check(
            "house-blank", .information, Field.address, Bilingual("ไม่มีบ้านเลขที่", "There is no house number."),
            where: { $0.card.address.value.map { $0[.houseNumber] == nil } ?? false },
            example: { $0.address[.houseNumber] = nil }),
        Check(
            "prefix-missing", .warning, Field.address,
            Bilingual(
                "ไม่มีคำว่าตำบล อำเภอ หรือจังหวัดนำหน้าชื่อ",
                "A name in the address lacks the word for subdistrict, district or province."),
            where: { card in
                guard let address = card.card.address.value else { return false }
                return [.subdistrict, .district, .province].contains { (slot: Address.Slot) in
                    address[slot].map { !Address.hasLabel($0, of: slot) } ?? false
                }
            },
            example: { $0.address[.subdistrict] = "บางนาใต้" }),
        Check(
            "bangkok-prefix", .warning, Field.address,
            Bilingual(
                "แขวงและเขตใช้กับกรุงเทพมหานคร ตำบลและอำเภอใช้กับจังหวัดอื่น",
                "Khwaeng and khet are words for Bangkok, tambon and amphoe for all other provinces."),
            where: { card in
                guard let address = card.card.address.value, let province = address[.province] else { return false }
                let foreign = Address.isCapital(province) ? ["ตำบล", "อำเภอ"] : ["แขวง", "เขต"]
                return [address[.subdistrict], address[.district]].contains { part in
                    foreign.contains { word in part.map { $0.utf8.starts(with: word.utf8) } ?? false }
                }
            },
            example: { $0.address[.district] = "อำเภอบางนา" }),
    ]
}

extension Address.Slot {
    /// What people call the area that stands there.
    fileprivate var words: Bilingual {
        switch self {
        case .subdistrict: Bilingual("ตำบลหรือแขวง", "subdistrict")
        case .district: Bilingual("อำเภอหรือเขต", "district")
        case .houseNumber, .moo, .trok, .soi, .road, .province: Bilingual("จังหวัด", "province")
        }
    }
}

extension Area {
    /// For programs: what became of it.
    fileprivate var detail: JSONValue {
        [
            "area": .string(code), "ended": JSONValue(ended?.iso),
            "successors": .array(successors.map(JSONValue.string)),
        ]
    }
}

extension CheckedCard {
    fileprivate var address: [Address.Slot: String] {
        get {
            let slots = Address.Slot.allCases.map { ($0, card.address.value?[$0] ?? "") }
            return Dictionary(uniqueKeysWithValues: slots)
        }
        set { card.address = .value(Address(newValue)) }
    }
}
