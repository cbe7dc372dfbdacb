/// Something odd about a field, which did not keep it from being read.
public struct Warning: Hashable, Sendable {
    /// What was odd.
    public let kind: Kind
    /// Key of the field, as in the table.
    public let field: String

    /// Notes an oddity of a field.
    public init(_ kind: Kind, field: String) {
        self.kind = kind
        self.field = field
    }

    /// What can be odd.
    public enum Kind: Hashable, Sendable {
        /// Bytes that no Thai character set defines became U+FFFD.
        case textUndefined
        /// Characters that only Windows code page 874 has.
        case textCP874
        /// Control characters were dropped.
        case textControl
        /// A name without its usual four parts.
        case nameSlots(Int)
        /// An address without its usual eight parts.
        case addressSlots(Int)
        /// Digits that name no day.
        case dateImpossible
        /// The citizen ID contradicts its check digit.
        case checkDigit
        /// A citizen ID whose first digit nobody explains.
        case category
        /// The photo's length word is wrong; its end was found by the end marker.
        case photoLength
        /// A laser number that is not two letters and ten digits.
        case laserNumberFormat
        /// An optional field could not be had.
        case failed(FieldFailure)
    }
}

extension Warning {
    /// The name by which scripts know it.
    public var code: String {
        switch kind {
        case .textUndefined: "text.undefined"
        case .textCP874: "text.cp874"
        case .textControl: "text.control"
        case .nameSlots: "name.slots"
        case .addressSlots: "address.slots"
        case .dateImpossible: "date.impossible"
        case .checkDigit: "citizenID.checkDigit"
        case .category: "citizenID.category"
        case .photoLength: "photo.length"
        case .laserNumberFormat: "laserNumber.format"
        case .failed: "field.failed"
        }
    }

    /// One sentence for people. It never repeats what the card says.
    public var message: Bilingual {
        switch kind {
        case .textUndefined:
            Bilingual(
                "มีตัวอักษรที่อ่านไม่ออก แสดงเป็น \u{FFFD}", "Some characters are not Thai text; they show as \u{FFFD}.")
        case .textCP874:
            Bilingual("มีตัวอักษรนอกมาตรฐาน TIS-620", "Some characters come from code page 874, not TIS-620.")
        case .textControl:
            Bilingual("ตัดอักขระควบคุมออกจากข้อความแล้ว", "Control characters were dropped from the text.")
        case .nameSlots(let count):
            Bilingual("ชื่อมี \(count) ส่วน ปกติมี 4 ส่วน", "The name has \(count) parts where 4 are usual.")
        case .addressSlots(let count):
            Bilingual("ที่อยู่มี \(count) ส่วน ปกติมี 8 ส่วน", "The address has \(count) parts where 8 are usual.")
        case .dateImpossible:
            Bilingual("วันที่บนบัตรไม่มีจริงในปฏิทิน", "The date is none that a calendar has.")
        case .checkDigit:
            Bilingual("เลขประจำตัวไม่ตรงกับเลขตรวจสอบ", "The citizen ID contradicts its check digit.")
        case .category:
            Bilingual("เลขหลักแรกเป็น 9 ซึ่งไม่มีคำอธิบายที่แน่ชัด", "The citizen ID begins with 9, which is not explained.")
        case .photoLength:
            Bilingual(
                "ความยาวรูปบนบัตรไม่ถูกต้อง ใช้เครื่องหมายจบภาพแทน",
                "The photo's stated length is wrong; it was read up to its end marker.")
        case .laserNumberFormat:
            Bilingual("หมายเลขหลังบัตรผิดรูปแบบ", "The laser number is not two letters and ten digits.")
        case .failed(let failure):
            Self.message(of: failure)
        }
    }

    private static func message(of failure: FieldFailure) -> Bilingual {
        switch failure {
        case .refused(let status):
            Bilingual(
                "บัตรไม่ให้อ่านข้อมูลนี้ (\(status))",
                "The card refuses this field (\(status)).")
        case .noAnswer:
            Bilingual("บัตรไม่ตอบเมื่ออ่านข้อมูลนี้", "The card gave no answer for this field.")
        case .wrongLength:
            Bilingual("บัตรตอบข้อมูลนี้ด้วยความยาวที่ผิด", "The card's answer for this field has the wrong length.")
        case .malformed:
            Bilingual("ข้อมูลนี้บนบัตรผิดรูปแบบ", "The card's data for this field is malformed.")
        }
    }
}
