import CardRecord
import CardTrace
import Pseudonyms
import ThaiIDCard

extension ToolError.Refusal {
    /// What a rule refuses, and how to keep to it.
    var words: Words {
        switch self {
        case .exists(let path):
            Words(
                Bilingual("มีไฟล์ \(path) อยู่แล้ว", "\(path) exists already."),
                Bilingual("ใช้ชื่ออื่น หรือเขียนทับด้วย --force", "Choose another name, or overwrite it with --force."))
        case .link(let path):
            Words(
                Bilingual(
                    "\(path) เป็นลิงก์ จึงไม่เขียนทับและไม่เปิดตามลิงก์",
                    "\(path) is a link: it is neither replaced nor followed."),
                Bilingual("ระบุชื่อของไฟล์ที่ลิงก์ชี้ไป หรือใช้ชื่ออื่น", "Name the file that it leads to, or choose another name."))
        case .terminal(let format):
            Words(
                Bilingual(
                    "รูปแบบ \(format) ไม่ใช่ข้อความ จึงไม่แสดงบนจอ",
                    "The format \(format) is no text: it is not shown on a terminal."
                ),
                Bilingual("เขียนลงไฟล์ด้วย -o FILE", "Write it to a file: -o FILE."))
        case .severalRecords(let format):
            Words(
                Bilingual(
                    "ไฟล์ \(format) เก็บได้ระเบียนเดียว",
                    "A file of the format \(format) holds one record, and there are more."),
                Bilingual("เขียนลงโฟลเดอร์ด้วย -o FOLDER/", "Write them into a folder: -o FOLDER/."))
        case .purposeMissing: Self.noPurpose
        case .namesHoldCitizenID: Self.citizenIDInLog
        case .severalForSheet(let file): Self.severalForSheet(file)
        case .logKeyMissing: Self.noLogKey
        case .logKeyOpen(let file): Self.openKey(file)
        case .logKeyShort(let file, let least): Self.shortKey(file, least: least)
        case .notTerminal: Self.portraitNeedsTerminal
        case .plainTerminal: Self.terminalWithoutPictures
        case .recordingOnTerminal:
            Words(
                Bilingual(
                    "ไม่แสดงไฟล์บันทึกบนหน้าจอ เพราะมีข้อมูลส่วนบุคคล",
                    "A recording is not shown on a terminal: it holds personal data."),
                Bilingual("ระบุชื่อไฟล์ หรือส่งต่อให้โปรแกรมอื่น", "Name a file, or pipe it into a program."))
        case .unsafe(let command, let header):
            Words(unsafeCommand: command, header: header)
        case .shortKey(let file, let shortest):
            Words(
                Bilingual(
                    "กุญแจใน \(file) สั้นกว่า \(shortest) ไบต์", "The key in \(file) has fewer than \(shortest) bytes."),
                Bilingual(
                    "สร้างกุญแจด้วย: head -c 32 /dev/urandom > FILE แล้วเก็บเป็นความลับ",
                    "Make one, and keep it secret: head -c 32 /dev/urandom > FILE"))
        case .unknownBytes(let file, let bytes):
            Words(
                Bilingual(
                    "\(file): มี \(bytes.total) ไบต์ที่ไม่มีใครทราบความหมาย (\(bytes.places(in: .thai)))",
                    "\(file): nobody knows what \(bytes.total) bytes of it say (\(bytes.places(in: .english)))."),
                Bilingual("เขียนทับไบต์เหล่านั้นด้วย --blank-unknown", "Overwrite them: --blank-unknown."))
        case .originalFound(let file, let field):
            Words(
                Bilingual(
                    "\(file): ผลลัพธ์ยังมีข้อมูลเดิมอยู่ (\(field)) จึงไม่เก็บไฟล์ไว้",
                    "\(file): the result still held something of the original (\(field)); it was not kept."),
                Bilingual("ลองใหม่ด้วยกุญแจอื่น หากยังเป็นอยู่โปรดแจ้งผู้พัฒนา", "Try another key; report it if that does not help.")
            )
        case .tooManyCards(let file):
            Words(
                Bilingual("\(file): ข้อมูลขัดแย้งกันหลายครั้งเกินไป", "\(file) contradicts itself too often."),
                Bilingual("บันทึกบัตรใหม่ ครั้งละหนึ่งใบ", "Record the card again, one at a time."))
        }
    }
}

extension [UnknownBytes] {
    fileprivate var total: Int { reduce(0) { $0 + $1.count } }

    /// The first few places.
    fileprivate func places(in language: Language) -> String {
        let most = 5
        let names = prefix(most).map { $0.place.name[language] } + (count > most ? ["…"] : [])
        return names.joined(separator: ", ")
    }
}

extension UnknownBytes.Place {
    fileprivate var name: Bilingual {
        switch self {
        case .answerToReset: Bilingual("ATR", "answer to reset")
        case .command(let number): Bilingual("คำสั่งที่ \(number)", "command \(number)")
        case .answer(let number): Bilingual("คำตอบที่ \(number)", "answer \(number)")
        }
    }
}
