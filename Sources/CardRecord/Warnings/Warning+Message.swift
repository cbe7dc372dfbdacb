public import ThaiIDCard

extension Warning {
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
        case .textFull:
            Bilingual(
                "ข้อความเต็มช่องพอดี อาจถูกตัดท้าย", "The text fills its field to the last byte and may have been cut.")
        case .nameSlots(nil): Bilingual("ชื่อไม่ได้มี 4 ส่วนตามปกติ", "The name does not have the usual 4 parts.")
        case .nameSlots(let count?):
            Bilingual("ชื่อมี \(count) ส่วน ปกติมี 4 ส่วน", "The name has \(count) parts where 4 are usual.")
        case .nameUndivided:
            Bilingual(
                "ชื่อและนามสกุลอยู่รวมกันในช่องเดียว ไม่ได้แยกส่วน", "The whole name stands in one part; it is not divided.")
        case .addressSlots(nil):
            Bilingual("ที่อยู่ไม่ได้มี 8 ส่วนตามปกติ", "The address does not have the usual 8 parts.")
        case .addressSlots(let count?):
            Bilingual("ที่อยู่มี \(count) ส่วน ปกติมี 8 ส่วน", "The address has \(count) parts where 8 are usual.")
        case .addressOrder:
            Bilingual(
                "ที่อยู่เรียงไม่ตรงช่อง จึงแยกตามคำนำหน้าแทน",
                "The address parts do not stand in their places; they were told apart by their labels.")
        case .addressLabels:
            Bilingual(
                "คำนำหน้าในที่อยู่ไม่ตรงกับช่อง บางส่วนอาจอยู่ผิดช่อง",
                "The labels in the address do not fit the places; parts may stand in wrong ones.")
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
        case .dataVersion:
            Bilingual(
                "ไม่รู้จักรุ่นข้อมูลของบัตรนี้ จึงอ่านตามรุ่น 0003", "The data version is not known; the card was read as 0003.")
        case .versionAssumed:
            Bilingual(
                "ไฟล์บันทึกไม่ได้อ่านรุ่นข้อมูล จึงถือว่าเป็นรุ่น 0003",
                "The recording does not tell the data version; the layout of 0003 was assumed.")
        case .recordedInPart:
            Bilingual(
                "ไฟล์บันทึกมีเพียงส่วนต้นของข้อมูลนี้ ข้อความอาจไม่ครบ",
                "The recording holds only the beginning of this field, which may go on.")
        case .date(let oddity): oddity.message
        case .failed(let failure): Self.message(of: failure)
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
        case .notRecorded:
            Bilingual("ไม่มีข้อมูลนี้ในไฟล์บันทึก", "The recording does not hold this field.")
        }
    }
}
