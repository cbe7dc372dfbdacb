import CardRecord
import RegisterModel
import ThaiIDCard

/// What was saved.
enum SaveWords {
    static func line(of answer: JSONValue, _ language: Language) -> String {
        let outcome =
            switch answer["outcome"]?.string {
            case "new": Bilingual("บันทึกแล้ว: คนใหม่", "Saved: a new person.")
            case "changed": Bilingual("บันทึกแล้ว: ข้อมูลเปลี่ยน", "Saved: something has changed.")
            case "known": Bilingual("บันทึกแล้ว: คนเดิม ข้อมูลเท่าเดิม", "Saved: known, and nothing has changed.")
            default: Bilingual("บันทึกไว้ก่อนแล้ว", "It was saved before.")
            }
        let changed = (answer["changed"]?.values ?? []).compactMap(\.string).map {
            Field.named($0)?.label[language] ?? $0
        }
        let flags = FlagWords.text(answer["flags"], language)
        return [outcome[language], changed.joined(separator: ", "), flags].filter { !$0.isEmpty }.joined(
            separator: " – ")
    }

    static func total(_ total: JSONValue, _ language: Language) -> String {
        func number(_ name: String) -> Int { total[name]?.integer ?? 0 }
        let text = Bilingual(
            "\(number("records")) ระเบียน: ใหม่ \(number("new")) เปลี่ยน \(number("changed")) เท่าเดิม \(number("known")) เคยบันทึกแล้ว \(number("again"))",
            "\(number("records")) records: \(number("new")) new, \(number("changed")) changed, \(number("known")) known, \(number("again")) saved before"
        )[language]
        guard number("erased") > 0 else { return text }
        let erased = Bilingual(
            " · ลบตามสิทธิ์ไปแล้ว จึงไม่รับกลับ \(number("erased"))",
            " · left out, of people who have been erased: \(number("erased"))")
        return text + erased[language]
    }

    static func looked(at count: Int, _ language: Language) -> String {
        Bilingual("ดูแล้วใช้ได้ทั้ง \(count) ระเบียน ยังไม่ได้นำเข้า", "All \(count) records can be taken in; none was.")[language]
    }
}
