import FrontDesk
import ThaiIDCard

/// What a person reads of what is still to be done.
enum SpoolWords {
    static let nothing = Bilingual("ไม่มีงานค้าง", "Nothing is waiting.")
    static let dropped = Bilingual("ทิ้งแล้ว", "dropped")

    static func action(_ name: Action.Name) -> Bilingual {
        switch name {
        case .save: Bilingual("บันทึกไฟล์", "save")
        case .append: Bilingual("เพิ่มในไฟล์", "append")
        case .sheet: Bilingual("เอกสาร", "sheet")
        case .exec: Bilingual("ส่งต่อให้โปรแกรม", "exec")
        case .register: Bilingual("ลงทะเบียน", "register")
        }
    }

    /// - Parameter state: as in the list's JSON.
    static func state(_ state: String, failures: Int, failure: String?) -> Bilingual {
        let why = failure.map { " (\($0))" } ?? ""
        return switch state {
        case "asks":
            Bilingual(
                "พิมพ์ออกมาแล้วหรือยัง? ยัง: thaiid spool retry · ออกแล้ว: thaiid spool drop",
                "Is it on paper? No: thaiid spool retry. Yes: thaiid spool drop.")
        case "failed": Bilingual("ต้องให้คนแก้ก่อน\(why)", "waits for a person\(why)")
        case "busy": Bilingual("กำลังทำอยู่", "is being done")
        case "unreadable": Bilingual("อ่านไม่ได้ (กุญแจหรือรุ่นไม่ตรงกัน)", "cannot be read: another key, or another release")
        default:
            failures == 0
                ? Bilingual("รอทำ", "waits")
                : Bilingual("รอลองใหม่ ลองแล้ว \(failures) ครั้ง\(why)", "tried \(failures) times, waits\(why)")
        }
    }
}
