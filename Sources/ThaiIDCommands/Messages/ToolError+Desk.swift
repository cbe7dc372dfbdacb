import CardRecord
import FrontDesk
import Host
import ThaiIDCard

extension ToolError {
    /// Why something that was to be done with a card is not done.
    enum DeskProblem: Hashable {
        /// There is no spool.
        case spool(SpoolError)
        /// A sheet may be on paper or not.
        case paperUnsure
        /// The program is not there, or cannot be run.
        case noProgram(String)
        /// The program ended with another status than 0; `nil` where a signal ended it.
        case program(status: Int32?)
        /// The program took too long.
        case slowProgram(seconds: Int)
        /// A table begins with another head than the rows that are to be added have.
        case otherHead(String)
        /// An entry of the spool is of another release, or of another key.
        case unreadableEntry
        /// No entry of the spool has this name.
        case noEntry(String)
        /// Another process works on an entry of the spool.
        case busyEntry(String)
        /// A sign could not be given.
        case noNotice(Notices.Name)
    }

    /// What it means that an action came to nothing.
    init(_ error: ActionError) {
        switch error {
        case .records(let error): self.init(error)
        case .drawing(let error): self.init(error)
        case .printing(let error): self.init(error)
        case .key(let error): self.init(error)
        case .namesHoldCitizenID: self = .refused(.namesHoldCitizenID)
        case .paperUnsure: self = .desk(.paperUnsure)
        case .program(let status): self = .desk(.program(status: status))
        case .noProgram(let reason): self = .desk(.noProgram("\(reason)"))
        case .slowProgram(let limit): self = .desk(.slowProgram(seconds: Int(limit.components.seconds)))
        case .otherHead(let path): self = .desk(.otherHead(path))
        case .register(let error): self.init(error)
        case .unreadable: self = .desk(.unreadableEntry)
        }
    }

    /// What it means that there is no spool.
    init(_ error: SpoolError) {
        if case .key(let error) = error { self.init(error) } else { self = .desk(.spool(error)) }
    }
}

extension ToolError.DeskProblem {
    var identity: FailureKind {
        switch self {
        case .spool, .program, .slowProgram, .noNotice: .write
        case .paperUnsure, .otherHead, .unreadableEntry, .busyEntry: .refused
        case .noProgram, .noEntry: .usage
        }
    }

    var words: Words {
        switch self {
        case .spool(.folder(let failure)):
            Words(
                Bilingual(
                    "เก็บงานค้างลงดิสก์ไม่ได้ (\(failure.reason)) จึงเก็บไว้ในหน่วยความจำเท่านั้น",
                    "What is to be done cannot be kept on the disk (\(failure.reason)): it is in memory alone."),
                Bilingual(
                    "ทำให้ดิสก์มีที่ว่าง และอย่าเพิ่งปิดโปรแกรม",
                    "Make room on the disk, and do not end the program before that."))
        case .spool:
            Words(
                Bilingual("ไม่มีที่สำหรับเก็บงานค้าง", "There is no place for what is still to be done."),
                Bilingual(
                    "ตั้งค่าตัวแปร HOME หรือ XDG_STATE_HOME และ XDG_DATA_HOME",
                    "Set HOME, or XDG_STATE_HOME and XDG_DATA_HOME."))
        case .paperUnsure:
            Words(
                Bilingual(
                    "โปรแกรมหยุดระหว่างสั่งพิมพ์ จึงไม่ทราบว่าเอกสารออกจากเครื่องพิมพ์แล้วหรือยัง",
                    "Everything stopped while the sheet was being printed: nobody knows whether it came out."),
                Bilingual(
                    "ดูที่เครื่องพิมพ์ ถ้ายังไม่ออกให้สั่ง thaiid spool retry เลขที่รายการ ถ้าออกแล้วให้สั่ง thaiid spool drop เลขที่รายการ",
                    "Look at the printer. If there is no sheet: thaiid spool retry ENTRY; if there is: thaiid spool drop ENTRY."
                ))
        case .noProgram(let what):
            Words(
                Bilingual("เรียกโปรแกรมของ --exec ไม่ได้ (\(what))", "The program of --exec cannot be run (\(what))."),
                Bilingual("ตรวจชื่อไฟล์และสิทธิ์ให้เรียกใช้ได้", "Check its name, and that it may be run."))
        case .program(let status):
            Words(
                Bilingual(
                    "โปรแกรมของ --exec ทำไม่สำเร็จ (\(status.map { "สถานะ \($0)" } ?? "ถูกสัญญาณให้หยุด"))",
                    "The program of --exec failed (\(status.map { "status \($0)" } ?? "ended by a signal"))."),
                Bilingual("ตรวจโปรแกรมนั้น", "See what that program says of it."))
        case .slowProgram(let seconds):
            Words(
                Bilingual(
                    "โปรแกรมของ --exec ทำไม่เสร็จภายใน \(seconds) วินาที จึงหยุดมัน",
                    "The program of --exec took longer than \(seconds) seconds, and was stopped."),
                Bilingual("ตรวจโปรแกรมนั้น", "See what keeps that program."))
        case .otherHead(let path):
            Words(
                Bilingual(
                    "หัวตารางของ \(path) ไม่ตรงกับคอลัมน์ที่จะเพิ่ม",
                    "The table \(path) has other columns than the row that is to be added."),
                Bilingual(
                    "ใช้ชื่อไฟล์อื่น หรือคอลัมน์เดิมด้วย --columns แล้วสั่ง thaiid spool retry",
                    "Use another file, or the columns that it has (--columns); then: thaiid spool retry."))
        case .unreadableEntry:
            Words(
                Bilingual(
                    "รายการนี้อ่านไม่ได้ เพราะกุญแจหรือรุ่นของโปรแกรมไม่ตรงกัน",
                    "This entry cannot be read: it was made with another key, or by another release."),
                Bilingual(
                    "ใช้กุญแจเดิม หรือทิ้งด้วย thaiid spool drop", "Bring the key back, or drop the entry: thaiid spool drop.")
            )
        case .noEntry(let name):
            Words(
                Bilingual("ไม่มีรายการ \(name) ค้างอยู่", "No entry \(name) is waiting."),
                Bilingual("ดูรายการด้วย: thaiid spool list", "The entries: thaiid spool list."))
        case .busyEntry(let name):
            Words(
                Bilingual("โปรแกรมอื่นกำลังทำรายการ \(name) อยู่", "Another process is working on entry \(name)."),
                Bilingual("รอสักครู่แล้วลองใหม่", "Wait a moment, and try again."))
        case .noNotice(.notify):
            Words(
                Bilingual("แจ้งเตือนบนหน้าจอไม่ได้", "No desktop notification could be shown."),
                Bilingual(
                    "ติดตั้งด้วย: sudo apt-get install libnotify-bin", "Install it: sudo apt-get install libnotify-bin"))
        case .noNotice(.beep):
            Words(
                Bilingual("ส่งเสียงไม่ได้ เพราะไม่มีหน้าจอเทอร์มินัล", "There is no terminal to beep."),
                Bilingual("เรียกจากเทอร์มินัล หรือไม่ใช้ --beep", "Run it in a terminal, or without --beep."))
        }
    }
}
