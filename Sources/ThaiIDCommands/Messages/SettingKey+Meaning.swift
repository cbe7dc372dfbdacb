import DeskConfig
import ThaiIDCard

extension SettingKey {
    /// What it settles for the register, in a line.
    var meaningForRegister: Bilingual {
        guard self == .purpose else { return meaning }
        return Bilingual(
            "วัตถุประสงค์ที่ใช้เมื่อไม่ระบุ ตามรหัสในทะเบียน", "The purpose where none is said, by its code in the register.")
    }

    /// What it settles, in a line.
    var meaning: Bilingual {
        switch self {
        case .purpose:
            Bilingual("ใช้เอกสารเพื่ออะไร ไม่ระบุก็ไม่ออกเอกสาร", "What the sheet may be used for; without it there is none.")
        case .operator: Bilingual("ชื่อผู้จัดทำ ลงไว้ในบันทึกเท่านั้น", "Who makes the sheet, for the log alone.")
        case .issuerBlock:
            Bilingual(
                "ไฟล์ข้อความไม่เกิน 4 บรรทัด ไว้ที่หัวเอกสาร", "A text file of up to 4 lines, to stand at the sheet's head.")
        case .log: Bilingual("ไฟล์บันทึกว่าออกเอกสารใดเมื่อไร", "The file that gets a line about each sheet first.")
        case .logKey:
            Bilingual(
                "ไฟล์กุญแจของบันทึก ควรเก็บไว้คนละที่กับบันทึก",
                "The key under which the log tells holders apart; keep it elsewhere.")
        case .paper: Bilingual("กระดาษ: a4, a5 หรือ letter", "What the sheet is printed on: a4, a5 or letter.")
        case .font:
            Bilingual("แบบตัวอักษรของเอกสาร ต้องติดตั้งไว้ในเครื่อง", "Family of the sheet's letters, if it is installed.")
        case .preset:
            Bilingual(
                "เอกสารแสดงเท่าที่งานนี้ต้องใช้: hotel, clinic, school, bank หรือ municipality",
                "The sheet shows what such an office needs: hotel, clinic, school, bank or municipality.")
        case .reader:
            Bilingual(
                "ใช้เครื่องอ่านใด: บางส่วนของชื่อ หรือลำดับใน thaiid readers",
                "Which reader: part of its name, or its number in thaiid readers.")
        case .sheet: Bilingual("ออกเอกสารทุกครั้งที่อ่านบัตร", "Make a sheet of each card.")
        case .print:
            Bilingual(
                "พิมพ์เอกสารที่เครื่องพิมพ์ใด หรือ true คือเครื่องที่ใช้ประจำ", "Print it on this printer; true is the usual one.")
        case .save: Bilingual("โฟลเดอร์ที่เก็บไฟล์ของบัตรแต่ละใบ", "The folder that gets files of each card.")
        case .format: Bilingual("เก็บเป็นรูปแบบใดบ้าง", "The formats of these files.")
        case .append:
            Bilingual("ไฟล์ที่เพิ่มหนึ่งแถวต่อบัตรหนึ่งใบ {date} คือวันที่", "Files that get a row of each card; {date} is the day.")
        case .exec: Bilingual("โปรแกรมที่รับข้อมูลของบัตรทาง stdin", "A program that gets each record on its standard input.")
        case .register:
            Bilingual(
                "บันทึกลงทะเบียนของหน่วยงาน เพื่อวัตถุประสงค์นี้", "Save each record in the register, for this purpose.")
        case .notify: Bilingual("แจ้งเตือนบนหน้าจอ โดยไม่มีข้อมูลส่วนบุคคล", "Notify the desktop, without personal data.")
        case .beep: Bilingual("ส่งเสียงเมื่ออ่านเสร็จ", "Beep when a card is read.")
        case .oncePer: Bilingual("บัตรเดิมภายในเวลานี้ ไม่ทำซ้ำ", "The same card within this time is not filed again.")
        case .requireValid: Bilingual("บัตรหมดอายุให้แสดงอย่างเดียว ไม่เก็บ", "Show an expired card, and do not file it.")
        case .clearAfter:
            Bilingual(
                "ล้างหน้าจอเมื่อครบเวลานี้ แม้บัตรยังเสียบอยู่", "Clear the screen after this time, even with the card still in.")
        case .fields: Bilingual("อ่านเฉพาะรายการเหล่านี้", "Only these fields are read.")
        case .mask: Bilingual("แสดงเลขประจำตัวเพียงสามหลักท้าย", "Show only the last three digits of the citizen ID.")
        case .noPhoto: Bilingual("ไม่อ่านรูปถ่าย", "Leave the photo out.")
        case .chip: Bilingual("อ่านเลขหลังบัตรและเลขของชิปด้วย", "Also read the laser number and the chip's serial number.")
        case .health: Bilingual("อ่านข้อมูลสิทธิรักษาพยาบาลด้วย", "Also read the health office's data.")
        case .lang: Bilingual("ภาษา: th, en หรือ both (เอกสารสองภาษา)", "Language: th or en; of a sheet also both.")
        case .store:
            Bilingual("โฟลเดอร์ของทะเบียน ต้องอยู่ในดิสก์ของเครื่องนี้", "The register's folder, on a disk of this machine.")
        case .personKeys:
            Bilingual(
                "ไฟล์กุญแจรายบุคคล ถ้าไม่ระบุ คือ keys.sqlite ในโฟลเดอร์ของทะเบียน",
                "The file of the persons' keys; else keys.sqlite in the register's folder.")
        case .keyFile:
            Bilingual("ไฟล์กุญแจทะเบียน ต้องอยู่นอกโฟลเดอร์ของทะเบียน", "The file of the register's key, in another folder.")
        case .credential:
            Bilingual(
                "ชื่อกุญแจทะเบียนที่ systemd ส่งให้ แทนไฟล์กุญแจ", "The register's key as a credential of systemd, by its name.")
        case .socket:
            Bilingual(
                "ซ็อกเก็ตของ thaiid register serve ถ้ามี ไม่เปิดทะเบียนเอง",
                "The socket of a server that has the register open.")
        case .backupPeople: Bilingual("โฟลเดอร์สำรองข้อมูลบุคคล", "The folder of backups of the people.")
        case .backupPersonKeys:
            Bilingual(
                "โฟลเดอร์สำรองกุญแจรายบุคคล ห้ามเก็บไว้ที่เดียวกัน", "The folder of backups of the persons' keys; never the same.")
        case .timeout: Bilingual("อ่านนานกว่ากี่วินาทีให้เลิก", "Give up when reading takes longer than so many seconds.")
        }
    }
}
