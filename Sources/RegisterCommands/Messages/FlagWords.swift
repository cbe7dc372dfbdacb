import CardRecord
import RegisterModel
import ThaiIDCard

/// What is to be known of a person beyond the fields.
enum FlagWords {
    static func text(_ flags: JSONValue?, _ language: Language) -> String {
        (flags?.values ?? []).compactMap(\.string).compactMap(Flag.init(rawValue:)).map { $0.words[language] }.joined(
            separator: " · ")
    }
}

extension Flag {
    var words: Bilingual {
        switch self {
        case .nameChanged: Bilingual("เปลี่ยนชื่อ", "name changed")
        case .addressChanged: Bilingual("ย้ายที่อยู่", "address changed")
        case .reIssued: Bilingual("เคยมีบัตรใบก่อน", "card was re-issued")
        case .olderCard: Bilingual("ใช้บัตรใบเก่า มีใบใหม่กว่าแล้ว", "an older card is in use")
        case .expired: Bilingual("บัตรหมดอายุ", "card has expired")
        case .identityConflict:
            Bilingual("ชื่อและวันเกิดขัดกับที่มี รอคนตัดสิน", "name and birth date contradict; somebody has to decide")
        }
    }
}
