import CardRecord
import ThaiIDCard

/// What `init` asks and says.
enum InitWords {
    static let officeQuestion = Bilingual("ชื่อหน่วยงาน:", "The office's name:")
    static let openQuestion = Bilingual(
        "ใช้คนเดียว ทำได้ทุกอย่างโดยไม่ต้องมีผู้อนุมัติหรือไม่", "Is one clerk to do everything, without anybody's approval?")
    static let recoveryQuestion = Bilingual("ไฟล์ใบกู้คืน (.pdf หรือ .txt):", "File for the recovery sheet (.pdf or .txt):")
    static let newPassphrase = Bilingual("ตั้งรหัสผ่านของทะเบียน:", "A passphrase for the register:")
    static let repeatedPassphrase = Bilingual("พิมพ์รหัสผ่านอีกครั้ง:", "The same again:")

    /// Ten lines: what there is, and what to do next.
    static func next(_ plan: InitPlan, isProven: Bool, _ language: Language) -> [String] {
        let proven =
            isProven
            ? RecoveryWords.written(plan.recovery)
            : Bilingual(
                "ใบกู้คืน: \(plan.recovery) ยังไม่มีใครพิสูจน์ว่าเก็บไว้ ทดสอบด้วย recovery test",
                "Recovery sheet: \(plan.recovery). Nobody has proven to keep it: recovery test.")
        let mode =
            plan.isOpen
            ? Bilingual(
                "บัญชีนี้ทำได้ทุกอย่าง ทะเบียนไม่บังคับอะไรกับบัญชีนี้เอง และทุกจุดตรวจจะบอกเช่นนั้น",
                "This account may do everything: nothing is enforced against it, and every checkpoint says so.")
            : Bilingual(
                "คุณเป็นผู้ดูแลและผู้ตรวจสอบ เพิ่มเจ้าหน้าที่: thaiid register officer add ชื่อบัญชี --roles desk",
                "You are super user and auditor. Add officers: thaiid register officer add ACCOUNT --roles desk")
        return [
            Bilingual("สร้างทะเบียนแล้ว: \(plan.folder)", "The register is made: \(plan.folder)"),
            Bilingual(
                "กุญแจทะเบียน: \(plan.keyFile) ถ้าหาย ข้อมูลหายทั้งหมด",
                "Its key: \(plan.keyFile). If it is lost, everything is."),
            proven, mode,
            Bilingual(
                "1. ตั้งวัตถุประสงค์: thaiid register purpose add --code counter --thai 'รับบริการที่เคาน์เตอร์' --days 365",
                "1. Say what for: thaiid register purpose add --code counter --thai 'รับบริการที่เคาน์เตอร์' --days 365"),
            Bilingual("2. บันทึกบัตร: thaiid read --register counter", "2. Save a card: thaiid read --register counter"),
            Bilingual("3. ทั้งวัน: thaiid watch --register counter", "3. All day: thaiid watch --register counter"),
            Bilingual(
                "4. ค้นหา: thaiid register find --name ชื่อ --purpose counter",
                "4. Find: thaiid register find --name NAME --purpose counter"),
            Bilingual(
                "5. สำเนา คนละที่: thaiid register backup --people โฟลเดอร์ --person-keys อีกโฟลเดอร์",
                "5. Copies, in two places: thaiid register backup --people FOLDER --person-keys ANOTHER"),
            Bilingual("6. ดูสุขภาพทะเบียน: thaiid register doctor", "6. See how it is: thaiid register doctor"),
        ].map { $0[language] }
    }
}

/// What stands on the recovery sheet, and is said of it.
enum RecoveryWords {
    static let title = Bilingual("ใบกู้คืนกุญแจทะเบียน", "Recovery sheet of a register")
    static let mistyped = Bilingual("ไม่ตรงกับใบกู้คืน ลองอีกครั้ง", "That is not what the sheet says. Again:")
    static let proven = Bilingual("บันทึกแล้วว่าใบกู้คืนยังอยู่", "Noted: the sheet is kept.")

    static func question(_ number: Int) -> Bilingual {
        Bilingual("คำที่ \(number) บนใบกู้คืน:", "Word \(number) on the sheet:")
    }

    static func written(_ path: String) -> Bilingual {
        Bilingual(
            "ใบกู้คืน: \(path) พิมพ์สองชุด เก็บสองที่ แล้วลบไฟล์",
            "Recovery sheet: \(path). Print it twice, keep it in two places, delete the file.")
    }

    static func printed(_ path: String) -> Bilingual {
        path.isEmpty
            ? Bilingual(
                "หยิบใบกู้คืนมา แล้วพิมพ์สามคำตามที่ถาม", "Take the recovery sheet, and type the three words that are asked for.")
            : Bilingual(
                "พิมพ์ \(path) ลงกระดาษ แล้วพิมพ์สามคำจากกระดาษตามที่ถาม",
                "Print \(path), and type the three words that are asked for off the paper.")
    }

    /// What to do with it, in both languages: nobody knows who will need it.
    static let advice = [
        "ใบนี้เปิดข้อมูลทุกคนในทะเบียนได้ เก็บในซองปิดผนึก สองชุด สองสถานที่ ห้ามถ่ายรูป ห้ามเก็บในคอมพิวเตอร์",
        "ถ้ากุญแจหาย: thaiid register recovery use --key-file ไฟล์ แล้วพิมพ์ 14 คำนี้",
        "This sheet opens everything in the register. Two copies, in sealed envelopes, in two places; no photo, no file.",
        "If the key is lost: thaiid register recovery use --key-file FILE, and type these 14 words.",
    ]

    static func heading(_ office: String) -> [String] { [title.thai, title.english, office] }

    static let codeCaption = "14 คำเดียวกัน · The same 14 words"

    static func foot(_ id: String) -> String { "กุญแจ · Key \(id)" }

    /// The words of what somebody typed: those behind numbers, as the sheet itself has them among other words; where
    /// nothing has a number, all of five characters.
    static func words(in text: String) -> [String] {
        let parts = text.split { $0.isWhitespace || $0 == "-" }.map(String.init)
        let numbered = zip(parts, parts.dropFirst()).filter { number, word in
            number.hasSuffix(".") && Int(number.dropLast()) != nil && word.count == length
        }
        return numbered.isEmpty ? parts.filter { $0.count == length } : numbered.map { $1 }
    }

    /// How many characters a word has.
    private static let length = 5
}
