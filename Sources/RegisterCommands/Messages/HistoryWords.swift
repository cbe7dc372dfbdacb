import CardRecord
import ThaiIDCard

/// What became known of a person, told in words.
enum HistoryWords {
    static func changes(_ answer: JSONValue, _ language: Language) -> [String] {
        let changes = answer["changes"]?.values ?? []
        guard !changes.isEmpty else {
            return [Bilingual("ไม่มีอะไรเปลี่ยนเท่าที่ทราบ", "Nothing has changed, as far as is known.")[language]]
        }
        return changes.map { sentence($0, language) }
    }

    static func history(_ answer: JSONValue, _ language: Language) -> [String] {
        var lines = [Bilingual("ที่มาของข้อมูล", "Where it comes from")[language]]
        lines += (answer["observations"]?.values ?? []).map { observation in
            let issue = observation["issueDate"]?.string.map { TimeText.day($0, language) }
            let kind =
                switch observation["kind"]?.string {
                case "card": Bilingual("บัตร", "card")
                case "typed": Bilingual("พิมพ์เอง ไม่ได้มาจากบัตร", "typed, not off a card")
                case "import": Bilingual("นำเข้าจากไฟล์", "imported")
                default: Bilingual("แหล่งอื่น", "elsewhere")
                }
            let reason = observation["typed"]?["reason"]?.string.map(SafeText.clean)
            return "  "
                + [
                    TimeText.moment(observation["observed"]?.string, language), kind[language],
                    issue.map { Bilingual("ออกบัตร \($0)", "issued \($0)")[language] }, reason,
                ].compactMap { $0 }.joined(separator: " · ")
        }
        lines.append(Bilingual("สิ่งที่เปลี่ยน", "What has changed")[language])
        lines += changes(answer, language).map { "  " + $0 }
        lines.append(Bilingual("มาเมื่อ", "Visits")[language])
        lines += (answer["visits"]?.values ?? []).map { visit in
            "  "
                + [TimeText.moment(visit["at"]?.string, language), visit["purpose"]?.string, visit["desk"]?.string]
                .compactMap { $0 }.joined(separator: " · ")
        }
        return lines
    }

    /// `ย้ายที่อยู่เมื่อ 1 มิ.ย. 2566: จาก … เป็น …`
    private static func sentence(_ change: JSONValue, _ language: Language) -> String {
        let key = change["field"]?.string ?? ""
        let label = Field.named(key)?.label[language] ?? key
        let what =
            switch key {
            case Field.address.key: Bilingual("ย้ายที่อยู่", "Moved")
            case Field.nameThai.key: Bilingual("เปลี่ยนชื่อ", "Changed the name")
            case Field.nameEnglish.key: Bilingual("เปลี่ยนชื่อภาษาอังกฤษ", "Changed the English name")
            case Field.issueDate.key: Bilingual("ทำบัตรใหม่", "Got a new card")
            default: Bilingual("\(label)เปลี่ยน", "\(label) changed")
            }
        let valid = change["valid"]?.string
        let day = valid.map { TimeText.day($0, language) } ?? TimeText.moment(change["known"]?.string, language)
        let when =
            valid == nil ? Bilingual("ทราบเมื่อ \(day)", "known since \(day)") : Bilingual("เมื่อ \(day)", "on \(day)")
        let (before, after) = (
            ValueText.of(change["before"], key, language), ValueText.of(change["after"], key, language)
        )
        return "\(what[language]) \(when[language]): "
            + Bilingual("จาก \(before) เป็น \(after)", "from \(before) to \(after)")[language]
    }

    static func usage(_ answer: JSONValue, _ language: Language) -> [String] {
        let lines = answer["usage"]?.values ?? []
        guard !lines.isEmpty else { return [Bilingual("ยังไม่มีใครดูข้อมูล", "Nobody has looked.")[language]] }
        return lines.map { use in
            [
                TimeText.moment(use["at"]?.string, language),
                (language == .english ? use["reasonEnglish"]?.string : nil) ?? use["reason"]?.string,
                use["receiver"]?.string, use["receiverNumber"]?.string, use["system"]?.string,
            ].compactMap { $0 }.map(SafeText.clean).joined(separator: " · ")
        }
    }
}
