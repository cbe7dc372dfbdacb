import RegisterModel
import ThaiIDCard

/// What was done with the register, for whoever reads its log.
enum ActWords {
    /// Of the name that the log has for it; one that is not known stays as it is.
    static func text(_ name: String?, _ language: Language) -> String? {
        name.map { Act(rawValue: $0)?.words[language] ?? $0 }
    }
}

extension Act {
    var words: Bilingual {
        switch self {
        case .initialise: Bilingual("สร้างทะเบียน", "made the register")
        case .save: Bilingual("บันทึกบัตร", "saved a card")
        case .add: Bilingual("เพิ่มคนที่ไม่มีบัตร", "added without a card")
        case .findByNumber: Bilingual("ค้นด้วยเลข", "found by number")
        case .findByName: Bilingual("ค้นด้วยชื่อ", "searched by name")
        case .show: Bilingual("ดูข้อมูล", "showed a person")
        case .unmask: Bilingual("ดูเลขเต็ม", "showed numbers whole")
        case .history: Bilingual("ดูประวัติ", "showed the history")
        case .changes: Bilingual("ดูสิ่งที่เปลี่ยน", "showed the changes")
        case .correct: Bilingual("แก้ไขข้อมูล", "corrected a field")
        case .link: Bilingual("เชื่อมเลขเก่ากับเลขใหม่", "linked two numbers")
        case .unlink: Bilingual("ยกเลิกการเชื่อม", "undid a link")
        case .conflicts: Bilingual("ตรวจเรื่องที่ขัดกัน", "looked at conflicts")
        case .quality: Bilingual("ดูคุณภาพข้อมูล", "looked at the quality")
        case .qualityList: Bilingual("ดูรายชื่อที่ต้องขอบัตร", "listed whose card to ask for")
        case .importFiles: Bilingual("นำเข้า", "imported")
        case .export: Bilingual("ส่งออก", "exported")
        case .subject: Bilingual("ทำสำเนาให้เจ้าของข้อมูล", "made the person's own copy")
        case .usage: Bilingual("ดูว่าใครเคยดูข้อมูล", "told who had looked")
        case .erase: Bilingual("ลบบุคคล", "erased a person")
        case .purge: Bilingual("ลบคนที่ครบกำหนดเก็บ", "erased who was past their time")
        case .approve: Bilingual("อนุมัติคำขอ", "approved a request")
        case .pending: Bilingual("ดูคำขอที่ค้าง", "looked at requests")
        case .officer: Bilingual("กำหนดบทบาทเจ้าหน้าที่", "changed an officer's roles")
        case .officerList: Bilingual("ดูรายชื่อเจ้าหน้าที่", "listed officers")
        case .purposeAdd: Bilingual("เพิ่มวัตถุประสงค์", "added a purpose")
        case .purposeEdit: Bilingual("แก้ไขวัตถุประสงค์", "changed a purpose")
        case .purposeList: Bilingual("ดูวัตถุประสงค์", "listed purposes")
        case .processing: Bilingual("พิมพ์บันทึกรายการกิจกรรม", "printed the record of processing")
        case .shift: Bilingual("เริ่มหรือจบกะ", "began or ended a shift")
        case .logShow: Bilingual("ดูบันทึกการใช้งาน", "looked at the log")
        case .logVerify: Bilingual("ตรวจบันทึกการใช้งาน", "verified the log")
        case .logExport: Bilingual("ส่งออกบันทึกการใช้งาน", "exported the log")
        case .checkpoint: Bilingual("ทำจุดตรวจ", "signed a checkpoint")
        case .backup: Bilingual("ทำสำเนา", "made a backup")
        case .restore: Bilingual("กู้คืนจากสำเนา", "restored a backup")
        case .rekey: Bilingual("เปลี่ยนกุญแจทะเบียน", "changed the register's key")
        case .recovery: Bilingual("ทดสอบใบกู้คืน", "tested the recovery sheet")
        case .doctor: Bilingual("ตรวจสุขภาพทะเบียน", "looked how the register is")
        }
    }
}
