import CardRecord
import Register
import ThaiIDCard

/// What is said of copies and keys.
enum CareWords {
    static func backup(_ copies: (people: String, keys: String), _ language: Language) -> [String] {
        [
            Bilingual("ข้อมูล: \(copies.people) เก็บได้หลายปี", "People: \(copies.people); may be kept for years."),
            Bilingual(
                "กุญแจ: \(copies.keys) เก็บคนละที่ และลบเมื่อครบ 30 วัน",
                "Keys: \(copies.keys); keep it elsewhere, and delete it after 30 days."),
            Bilingual("กุญแจทะเบียนไม่อยู่ในสำเนาทั้งสอง", "The register's own key is in neither."),
        ].map { $0[language] }
    }

    static func restored(_ settlement: Settlement, _ language: Language) -> [String] {
        var lines = [Bilingual("กู้คืนแล้ว บันทึกการใช้งานบอกไว้", "Restored, and the log says so.")]
        if !settlement.isLogWhole {
            lines.append(
                Bilingual(
                    "บันทึกเริ่มสายใหม่ เพราะไม่แน่ใจว่ามีทุกบรรทัด",
                    "The log begins a new chain: nobody can tell that it has every line."))
        }
        if settlement.erased > 0 {
            lines.append(
                Bilingual(
                    "ลบซ้ำ \(settlement.erased) คนที่เคยถูกลบหลังทำสำเนา",
                    "Erased again, as they had been since the copy: \(settlement.erased)."))
        }
        if settlement.keyless > 0 {
            lines.append(
                Bilingual(
                    "\(settlement.keyless) คนไม่มีกุญแจ ใช้สำเนากุญแจที่ใหม่กว่า",
                    "People without a key: \(settlement.keyless). Take a newer copy of the keys."))
        }
        return lines.map { $0[language] }
    }

    static func rekeyed(_ file: String?, _ language: Language) -> [String] {
        [
            Bilingual("เปลี่ยนกุญแจเสร็จ", "Everything is sealed anew."),
            file.map {
                Bilingual(
                    "กุญแจใหม่: \($0) ทำลายกุญแจและใบกู้คืนเก่าเมื่อสำเนาเก่าหมดอายุ",
                    "The new key: \($0). Destroy the old key and sheet once old copies are past.")
            },
        ].compactMap { $0?[language] }
    }
}
