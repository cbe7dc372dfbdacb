import DeskConfig
import ThaiIDCard

extension SettingType {
    /// What a value of it is called.
    var name: Bilingual {
        switch self {
        case .text: Bilingual("ข้อความ", "a text")
        case .path: Bilingual("ชื่อไฟล์หรือโฟลเดอร์ในเครื่องหมาย \" \"", "the name of a file or folder, as a text")
        case .paths: Bilingual("รายการชื่อไฟล์", "a list of names of files")
        case .choice: Bilingual("ข้อความ", "a text")
        case .choices: Bilingual("รายการข้อความ", "a list of texts")
        case .flag: Bilingual(" true หรือ false", "true or false")
        case .number: Bilingual("จำนวนเต็ม", "a whole number")
        case .textOrNumber: Bilingual("ข้อความหรือจำนวนเต็ม", "a text or a whole number")
        case .textOrFlag: Bilingual("ข้อความ หรือ true หรือ false", "a text, or true or false")
        case .duration: Bilingual("ช่วงเวลา เช่น \"10m\"", "a span of time, such as \"10m\"")
        }
    }

    /// What it can be, where that is one or some of a few.
    var choices: [String] {
        switch self {
        case .choice(let choices), .choices(let choices): choices
        default: []
        }
    }
}

extension SettingsProblem.Found {
    /// What it is called.
    var name: Bilingual {
        switch self {
        case .table: Bilingual("หมวด", "a section")
        case .list: Bilingual("รายการ", "a list")
        case .text: Bilingual("ข้อความ", "a text")
        case .number: Bilingual("จำนวนเต็ม", "a whole number")
        case .fraction: Bilingual("จำนวนที่มีเศษ", "a number with a fraction")
        case .flag: Bilingual(" true หรือ false", "true or false")
        case .moment: Bilingual("วันที่หรือเวลา", "a date or a time")
        }
    }
}
