internal import SmartCard

extension Field {
    /// Every field of the card, in the order of the record.
    public static let all = storageRows + chipRows + healthRows

    /// The storage applet's rows leave no gap: put in order, each begins where another ends. Places
    /// and widths agree among several readers of independent origin, save where noted. Widths are
    /// fixed, text stands to the left.
    private static let storageRows: [Field] = [
        Field(
            dataVersion, Bilingual("รุ่นข้อมูล", "Data version"), .storage, at: 0x0000, count: 4,
            .dataVersion, .technical, examples: [TIS620.encode("0003")]),
        Field(
            citizenID, Bilingual("เลขประจำตัวประชาชน", "Citizen ID"), .storage, at: 0x0004, count: 13,
            .citizenID, .identifier,
            examples: [TIS620.encode("1000000000009"), TIS620.encode("0000000000001")]),
        Field(
            nameThai, Bilingual("ชื่อ", "Name (Thai)"), .storage, at: 0x0011, count: 100,
            .name(.thai),
            examples: [
                TIS620.encode("นาย#ทดสอบ##ตัวอย่าง"), TIS620.encode("นางสาว#ทดสอบ#กลาง#ตัวอย่าง"),
                TIS620.encode("นาย#ทดสอบ#ตัวอย่าง"), TIS620.encode("ทดสอบ ตัวอย่าง"),
            ]),
        Field(
            nameEnglish, Bilingual("ชื่อภาษาอังกฤษ", "Name"), .storage, at: 0x0075, count: 100,
            .name(.english), examples: [TIS620.encode("Mr.#Thotsop##Tuayang")]),
        Field(
            birthDate, Bilingual("วันเกิด", "Born"), .storage, at: 0x00D9, count: 8,
            .date,
            examples: [
                TIS620.encode("25330415"), TIS620.encode("25330400"), TIS620.encode("25330000"),
                TIS620.encode("00000000"), TIS620.encode("25331345"),
            ]),
        Field(
            sex, Bilingual("เพศ", "Sex"), .storage, at: 0x00E1, count: 1,
            .sex, examples: [TIS620.encode("1"), TIS620.encode("2"), TIS620.encode("3")]),
        // Attested by fewer readers than its neighbours; the part before `/` has eleven digits.
        Field(
            requestNumber, Bilingual("เลขคำขอมีบัตร", "Request number"), .storage, at: 0x00E2, count: 20,
            .code, examples: [TIS620.encode("00000512345/01234567")]),
        Field(
            issuer, Bilingual("หน่วยงานที่ออกบัตร", "Issued at"), .storage, at: 0x00F6, count: 100,
            .text, examples: [TIS620.encode("ท้องถิ่นตัวอย่าง/จังหวัดตัวอย่าง")]),
        Field(
            issuerCode, Bilingual("รหัสผู้ออกบัตร", "Issuer code"), .storage, at: 0x015A, count: 13,
            .code, .identifier, examples: [TIS620.encode("3000000000005")]),
        Field(
            issueDate, Bilingual("วันออกบัตร", "Issued"), .storage, at: 0x0167, count: 8,
            .date, examples: [TIS620.encode("25660601")]),
        Field(
            expiryDate, Bilingual("วันหมดอายุ", "Expires"), .storage, at: 0x016F, count: 8,
            .expiry, examples: [TIS620.encode("25750414"), TIS620.encode("99999999")]),
        // Its place is certain, its meaning is not: card type to some readers, religion to others.
        Field(
            unknownDigits, Bilingual("รหัสที่ไม่ทราบความหมาย", "Unknown code"), .storage, at: 0x0177, count: 2,
            .code, .guarded, examples: [TIS620.encode("01")]),
        Field(
            address, Bilingual("ที่อยู่", "Address"), .storage, at: 0x1579, count: 160,
            .address,
            examples: [
                TIS620.encode("99/1###ซอยตัวอย่าง 5#ถนนตัวอย่าง#แขวงตัวอย่าง#เขตตัวอย่าง#กรุงเทพมหานคร"),
                TIS620.encode("123#หมู่ที่ 4####ตำบลตัวอย่าง#อำเภอตัวอย่าง#จังหวัดตัวอย่าง"),
                TIS620.encode("123#หมู่ที่ 4#ตำบลตัวอย่าง#อำเภอตัวอย่าง#จังหวัดตัวอย่าง"),
            ]),
        Field(
            underPhotoNumber, Bilingual("เลขใต้รูป", "Number under photo"), .storage, at: 0x1619, count: 14,
            .underPhotoNumber, examples: [TIS620.encode("00000501234567")]),
        // The length word is attested by one reader; its codec believes it only when it fits.
        Field(
            photo, Bilingual("รูปถ่าย", "Photo"), .storage, at: 0x0179, count: 2 + PhotoArea.capacity,
            .photo, isDeferred: true,
            examples: [[0x00, 0x06, 0xFF, 0xD8, 0x20, 0x20, 0xFF, 0xD9]]),
    ]

    /// What the two applets of the chip tell.
    private static let chipRows: [Field] = [
        // Byte 7 on of the card stock applet's answer; the seven before it are version and state.
        Field(
            Chip.laserNumber, Bilingual("เลขหลังบัตร", "Laser number"), .cardStock, at: 7, count: 16,
            .laserNumber, .technical, examples: [TIS620.encode("JT9999999999")]),
        // IC fabrication date, serial number and batch within the answer `9F 7F 2A` + CPLC.
        Field(
            Chip.serialNumber, Bilingual("หมายเลขชิป", "Chip number"), .cardManager, at: 13, count: 8,
            .hex, .technical, examples: [Hex.decode("0011223344556677")]),
    ]

    /// The health applet's rows: one family of readers agrees on them, and they leave no gap.
    private static let healthRows: [Field] = [
        Field(
            Health.mainEntitlement, Bilingual("สิทธิหลัก", "Main entitlement"), .health, at: 0x0004, count: 60,
            .text, examples: [TIS620.encode("สิทธิตัวอย่าง")]),
        Field(
            Health.subEntitlement, Bilingual("สิทธิย่อย", "Sub-entitlement"), .health, at: 0x0040, count: 100,
            .text, examples: [TIS620.encode("สิทธิย่อยตัวอย่าง")]),
        Field(
            Health.mainHospital, Bilingual("หน่วยบริการหลัก", "Main hospital"), .health, at: 0x00A4, count: 80,
            .text, examples: [TIS620.encode("โรงพยาบาลตัวอย่าง")]),
        Field(
            Health.subHospital, Bilingual("หน่วยบริการปฐมภูมิ", "Primary care unit"), .health,
            at: 0x00F4, count: 80,
            .text, examples: [TIS620.encode("สถานีอนามัยตัวอย่าง")]),
        Field(
            Health.paidType, Bilingual("ประเภทการจ่าย", "Paid type"), .health, at: 0x0144, count: 1,
            .code, examples: [TIS620.encode("1")]),
        Field(
            Health.issueDate, Bilingual("วันเริ่มสิทธิ", "Entitled from"), .health, at: 0x0145, count: 8,
            .date, examples: [TIS620.encode("25660101")]),
        Field(
            Health.expiryDate, Bilingual("วันหมดสิทธิ", "Entitled until"), .health, at: 0x014D, count: 8,
            .expiry, examples: [TIS620.encode("25671231")]),
        Field(
            Health.updateDate, Bilingual("วันปรับปรุงข้อมูล", "Updated"), .health, at: 0x0155, count: 8,
            .date, examples: [TIS620.encode("25660102")]),
        Field(
            Health.hospitalChanges, Bilingual("จำนวนครั้งที่ย้ายหน่วยบริการ", "Hospital changes"), .health,
            at: 0x015D, count: 1,
            .code, examples: [TIS620.encode("0")]),
    ]

    /// Fields by the name that scripts use.
    public static func named(_ key: String) -> Field? { all.first { $0.key == key } }

    /// What every read fetches first, whatever was asked for: the layout and whose card it is.
    static let identity = rows(dataVersion, citizenID)

    /// What shows that the table holds for a card of a layout that nobody has described.
    static let proof = rows(birthDate, issueDate, expiryDate)

    /// What two cards of different people, or two cards of one person, never share.
    static let fingerprint = rows(citizenID, issueDate)
}

// MARK: - Handles, of which each row is made. What a field is says the property of `IDCard`.

extension Field {
    package static let dataVersion = Handle<String>("dataVersion", \.dataVersion)
    package static let citizenID = Handle<CitizenID>("citizenID", \.citizenID)
    package static let nameThai = Handle<PersonName>("nameThai", \.nameThai)
    package static let nameEnglish = Handle<PersonName>("nameEnglish", \.nameEnglish)
    package static let birthDate = Handle<PartialDate>("birthDate", \.birthDate)
    package static let sex = Handle<Sex>("sex", \.sex)
    package static let requestNumber = Handle<String>("requestNumber", \.requestNumber)
    package static let issuer = Handle<String>("issuer", \.issuer)
    package static let issuerCode = Handle<String>("issuerCode", \.issuerCode)
    package static let issueDate = Handle<PartialDate>("issueDate", \.issueDate)
    package static let expiryDate = Handle<PartialDate>("expiryDate", \.expiryDate)
    package static let unknownDigits = Handle<String>("unknownDigits", \.unknownDigits)
    package static let address = Handle<Address>("address", \.address)
    package static let underPhotoNumber = Handle<String>("underPhotoNumber", \.underPhotoNumber)
    package static let photo = Handle<Photo>("photo", \.photo)

    /// Numbers of the plastic and the chip.
    package enum Chip {
        package static let laserNumber = Handle<String>("laserNumber", in: .chip, \.chip.laserNumber)
        package static let serialNumber = Handle<String>("serialNumber", in: .chip, \.chip.serialNumber)
    }

    /// The health office's snapshot.
    package enum Health {
        package static let mainEntitlement = Handle<String>("mainEntitlement", in: .health, \.health.mainEntitlement)
        package static let subEntitlement = Handle<String>("subEntitlement", in: .health, \.health.subEntitlement)
        package static let mainHospital = Handle<String>("mainHospital", in: .health, \.health.mainHospital)
        package static let subHospital = Handle<String>("subHospital", in: .health, \.health.subHospital)
        package static let paidType = Handle<String>("paidType", in: .health, \.health.paidType)
        package static let issueDate = Handle<PartialDate>("issueDate", in: .health, \.health.issueDate)
        package static let expiryDate = Handle<PartialDate>("expiryDate", in: .health, \.health.expiryDate)
        package static let updateDate = Handle<PartialDate>("updateDate", in: .health, \.health.updateDate)
        package static let hospitalChanges = Handle<String>("hospitalChanges", in: .health, \.health.hospitalChanges)
    }
}
