import CardRecord
import DeskConfig
import FrontDesk
import ThaiIDCard

extension Finding {
    /// Says how the files of settings were found.
    init(files: Int, _ fault: SettingsFault?) {
        if let fault {
            self.init(
                subject: .settings, text: fault.words.problem, command: "thaiid config check",
                advice: fault.words.remedy)
        } else if files == 0 {
            self.init(subject: .settings, text: Bilingual("ไม่ได้ตั้งค่าไว้", "none"))
        } else {
            self.init(subject: .settings, text: Bilingual("ใช้ได้ (\(files) ไฟล์)", "\(files) files, nothing wrong"))
        }
    }

    /// Says how something was found that a desk needs beside readers and cards. None of it keeps a card from being
    /// read.
    init(_ fact: DeskCheck.Fact) {
        switch fact {
        case .drawing:
            self.init(subject: .drawing, text: Bilingual("วาดเอกสารได้ ฟอนต์ครบ", "sheets can be drawn, fonts are there"))
        case .noDrawing(let error):
            let words = ToolError(error).words
            self.init(subject: .drawing, text: words.problem, advice: words.remedy)
        case .noPrinting:
            self.init(subject: .printer, text: Bilingual("เครื่องนี้พิมพ์ไม่ได้ (ไม่มี lp)", "nothing prints here (no lp)"))
        case .printers(let names) where names.isEmpty:
            self.init(subject: .printer, text: Bilingual("ยังไม่มีเครื่องพิมพ์", "none yet"))
        case .printers(let names):
            let list = names.joined(separator: ", ")
            self.init(subject: .printer, text: Bilingual(list, list))
        case .noSpool(let error):
            let words = ToolError(error).words
            self.init(subject: .spool, text: words.problem, advice: words.remedy)
        case .spool(0, 0, 0): self.init(subject: .spool, text: SpoolWords.nothing)
        case .spool(let waiting, let forPerson, let unreadable):
            self.init(
                subject: .spool,
                text: Bilingual(
                    "งานค้าง: รอลองใหม่ \(waiting) รอคนตัดสิน \(forPerson) อ่านไม่ได้ \(unreadable)",
                    "\(waiting) waiting, \(forPerson) for a person to decide, \(unreadable) unreadable"),
                command: "thaiid spool list",
                advice: Bilingual("ดูรายการแล้วจัดการ", "Look at them, and settle them."))
        }
    }
}
