import HelpText

/// Help in Thai: what `HelpTable` holds for the program. It is opened only where help is asked for.
enum ThaiRegisterHelp {
    /// The texts of a family of commands.
    typealias Commands = [String: HelpTable.Entry]

    static let table = HelpTable(
        commands: [people, office, care].reduce([:]) { $0.merging($1) { first, _ in first } }, options: options,
        sections: [:])

    /// What options of many commands are for.
    private static let options = [
        "--credential": "ชื่อ credential ที่มีกุญแจทะเบียน ตามที่ systemd ตั้ง",
        "--desk": "ชื่อโต๊ะ",
        "--from-card": "คนที่บัตรอยู่ในเครื่องอ่าน โดย thaiid register เป็นผู้อ่าน",
        "--help": "แสดงวิธีใช้",
        "--id": "- คือรับเลขประจำตัวทางอินพุตมาตรฐาน ถ้าไม่ระบุ จะถาม",
        "--json": "แสดงคำตอบเป็น JSON และข้อผิดพลาดก็เป็น JSON ทางเอาต์พุตข้อผิดพลาด",
        "--key-file": "ไฟล์กุญแจทะเบียน",
        "--person": "รหัสของบุคคลในทะเบียน",
        "--person-keys": "ไฟล์กุญแจรายคน ถ้าไม่ระบุ คือ keys.sqlite ในโฟลเดอร์ทะเบียน",
        "--purpose": "วัตถุประสงค์ ตามรหัสที่ตั้งไว้",
        "--reason": "เหตุผล",
        "--ref": "เลขเรื่องหรือเลขคิวที่อ้างถึง",
        "--socket": "ถามทะเบียนที่รอรับอยู่ที่นี่",
        "--store": "ที่เก็บทะเบียน: sqlite:โฟลเดอร์",
        "--unmask": "แสดงเลขเต็ม ถ้าบทบาทของคุณทำได้",
        "--version": "แสดงรุ่นของโปรแกรม",
    ]
}
