internal import CardRecord
package import ThaiIDCard

extension Column {
    /// What stands above it: its path in the record, on which scripts can rely, or words in a language.
    package func heading(in language: Language?) -> String { language.map { label[$0] } ?? name }

    /// For people: what the field is called, and which part of it stands there.
    private var label: Bilingual {
        guard let field = field.flatMap(Field.named) else { return Self.remarks[name] ?? Bilingual(name, name) }
        guard let part = field.kind.members.isEmpty ? nil : Self.parts[member] else { return field.label }
        return Bilingual("\(field.label.thai): \(part.thai)", "\(field.label.english): \(part.english)")
    }

    /// Of columns that are no field's.
    private static let remarks = [
        "read.at": Bilingual("อ่านเมื่อ", "Read at"), "read.source": Bilingual("อ่านจาก", "Read from"),
        "read.reader": Bilingual("เครื่องอ่าน", "Reader"), "read.atr": Bilingual("ค่า ATR ของบัตร", "ATR of the card"),
        "read.exchanges": Bilingual("จำนวนคำสั่งที่ส่ง", "Exchanges"),
        "read.id": Bilingual("เลขที่ของการอ่าน", "Read number"),
        "read.milliseconds": Bilingual("เวลาที่ใช้อ่าน (มิลลิวินาที)", "Milliseconds"),
        "states": Bilingual("ช่องที่ไม่มีค่าปกติ", "Fields without a plain value"), "warnings": Bilingual("ข้อสังเกต", "Notes"),
    ]

    /// Of values that have several.
    private static let parts = [
        "title": Bilingual("คำนำหน้า", "title"), "first": Bilingual("ชื่อตัว", "first"),
        "middle": Bilingual("ชื่อกลาง", "middle"), "last": Bilingual("ชื่อสกุล", "last"),
        "full": Bilingual("ทั้งหมด", "in full"),
        "raw": Bilingual("ตามที่เก็บในบัตร", "as on the card"), "iso": Bilingual("วันที่ (ค.ศ.)", "date"),
        "year": Bilingual("ปี (ค.ศ.)", "year"), "month": Bilingual("เดือน", "month"), "day": Bilingual("วัน", "day"),
        "precision": Bilingual("ทราบถึง", "known to the"), "value": Bilingual("ความหมาย", "meaning"),
        "houseNumber": Bilingual("บ้านเลขที่", "house number"), "moo": Bilingual("หมู่ที่", "moo"),
        "trok": Bilingual("ตรอก", "trok"), "soi": Bilingual("ซอย", "soi"), "road": Bilingual("ถนน", "road"),
        "subdistrict": Bilingual("ตำบล/แขวง", "subdistrict"), "district": Bilingual("อำเภอ/เขต", "district"),
        "province": Bilingual("จังหวัด", "province"),
        "type": Bilingual("ชนิดไฟล์", "type"), "width": Bilingual("กว้าง (พิกเซล)", "width"),
        "height": Bilingual("สูง (พิกเซล)", "height"), "bytes": Bilingual("ขนาด (ไบต์)", "bytes"),
        "sha256": Bilingual("ค่า SHA-256", "SHA-256"), "base64": Bilingual("ข้อมูล (base64)", "base64"),
    ]
}
