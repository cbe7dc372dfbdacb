import CardRecord
import Register
import ThaiIDCard

extension RegisterError {
    /// Of what was asked, where that cannot be done as it stands.
    var requestWords: Words {
        let (first, second) = (detail.first ?? "", detail.dropFirst().first ?? "")
        switch problem {
        case .personNotFound:
            return Words(
                Bilingual("ไม่พบบุคคลนี้ในทะเบียน", "No such person is in the register."),
                Bilingual(
                    "ตรวจเลข หรือค้นด้วยชื่อ: thaiid register find --name",
                    "Look at the number, or search by name: thaiid register find --name."))
        case .entryNotFound:
            return Words(
                Bilingual("ไม่มีรายการนี้: \(first)", "There is no such entry: \(first)"),
                Bilingual("ดูรายการที่มีก่อน", "List what there is first."))
        case .keptApart:
            return Words(
                Bilingual("เชื่อมสองคนนี้ไม่ได้", "These two cannot be linked."),
                Bilingual("ต้องเป็นสองคนที่ยังไม่ได้เชื่อมกับใคร", "They have to be two people, neither of them linked."))
        case .erasedSince:
            return Words(
                Bilingual("บัตรนี้อ่านก่อนที่เจ้าของถูกลบออกจากทะเบียน", "This card was read before its holder was erased."),
                Bilingual("อ่านบัตรใหม่ ถ้าเจ้าของมาอีกครั้ง", "Read the card again, if its holder has come again."))
        case .alreadyThere:
            return Words(
                Bilingual("มีอยู่แล้ว: \(first)", "It is there already: \(first)"),
                Bilingual("แก้ของเดิมด้วย edit หรือใช้ชื่ออื่น", "Change it with edit, or take another name."))
        case .lastSuper:
            return Words(
                Bilingual("จะไม่เหลือผู้ดูแล (super) เลย", "No super user would be left."),
                Bilingual("ตั้งผู้ดูแลอีกคนก่อน", "Name another one first."))
        case .storeExists:
            return Words(
                Bilingual("มีอยู่แล้ว: \(first)", "It is there already: \(first)"),
                Bilingual("ใช้โฟลเดอร์อื่น ของเดิมไม่ถูกแตะต้อง", "Take another folder; what is there is not touched."))
        case .purposeMissing:
            return Words(
                Bilingual("ต้องบอกวัตถุประสงค์", "It has to be said what for."),
                Bilingual(
                    "ใส่ --purpose รหัส (ดู thaiid register purpose)", "Say --purpose CODE (see thaiid register purpose).")
            )
        case .purposeUnknown:
            return Words(
                Bilingual("ไม่มีวัตถุประสงค์ \(first)", "There is no purpose \(first)."),
                Bilingual(
                    second.isEmpty ? "เพิ่มด้วย thaiid register purpose add" : "ที่มี: \(second)",
                    second.isEmpty ? "Add it: thaiid register purpose add." : "There are: \(second)."))
        case .referenceMissing:
            return Words(
                Bilingual("ต้องบอกเลขเรื่อง", "It has to be said what it is filed under."),
                Bilingual("ใส่ --ref", "Say --ref."))
        case .notHere:
            return Words(
                Bilingual("คำสั่ง \(first) ต้องสั่งบนบัญชีที่ถือกุญแจ", "\(first) is for the account that has the keys."),
                Bilingual(
                    "สั่งในเครื่องและบัญชีของบริการ โดยไม่ใช้ --socket", "Say it as the service's own account, without --socket."
                ))
        case .badRecord:
            return Words(
                Bilingual("ระเบียนนี้ใช้ไม่ได้ (\(first))", "That is no usable record (\(first))."),
                Bilingual("ใช้ระเบียนจาก thaiid read --json", "Use what thaiid read --json prints."))
        case .tooLarge:
            return Words(Bilingual("ใหญ่เกินไป", "That is too large."), Bilingual("แบ่งเป็นส่วน ๆ", "Divide it."))
        default:
            return Words(Bilingual("ค่านี้ใช้ไม่ได้: \(first)", "That is no value for it: \(first)"), CommandFault.seeHelp)
        }
    }
}
