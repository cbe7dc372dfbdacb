import CardRecord
import ThaiIDCard

/// Times and values of answers, for people.
enum TimeText {
    /// In Thai time: `23 พ.ย. 2569 09:41 น.`, `23 Nov 2026 09:41`.
    static func moment(_ text: String?, _ language: Language) -> String {
        guard let said = text.flatMap({ Moment(iso: $0) }),
            let thai = Moment(secondsSince1970: said.secondsSince1970 + secondsEast)
        else { return "–" }
        return "\(date(thai.day, language)) \(thai.clock.prefix(5))" + (language == .thai ? " น." : "")
    }

    /// Thailand is seven hours ahead of UTC, all year.
    private static let secondsEast = 7 * 3_600

    /// `23 พ.ย. 2569`, `23 Nov 2026`; of a date that is known in part, what is known.
    static func day(_ text: String?, _ language: Language) -> String {
        guard let text, let day = CalendarDay(startOf: text) else { return text ?? "–" }
        return date(day, language)
    }

    private static func date(_ day: CalendarDay, _ language: Language) -> String {
        let month = months.indices.contains(day.month - 1) ? months[day.month - 1][language] : "\(day.month)"
        return "\(day.day) \(month) \(language == .thai ? day.year + 543 : day.year)"
    }

    private static let months = [
        Bilingual("ม.ค.", "Jan"), Bilingual("ก.พ.", "Feb"), Bilingual("มี.ค.", "Mar"), Bilingual("เม.ย.", "Apr"),
        Bilingual("พ.ค.", "May"), Bilingual("มิ.ย.", "Jun"), Bilingual("ก.ค.", "Jul"), Bilingual("ส.ค.", "Aug"),
        Bilingual("ก.ย.", "Sep"), Bilingual("ต.ค.", "Oct"), Bilingual("พ.ย.", "Nov"), Bilingual("ธ.ค.", "Dec"),
    ]
}

/// What a field of a record says, in a line.
enum ValueText {
    static func of(_ value: JSONValue?, _ key: String, _ language: Language) -> String {
        guard let value, value != .null else { return Bilingual("(ไม่มี)", "(none)")[language] }
        if let text = value.string { return SafeText.clean(text) }
        if let full = value["full"]?.string { return SafeText.clean(full) }
        if let raw = value["raw"]?.string {
            if let word = value["value"]?.string {
                return word == "male"
                    ? Bilingual("ชาย", "male")[language] : word == "female" ? Bilingual("หญิง", "female")[language] : raw
            }
            if value["precision"]?.string == "lifelong" { return Bilingual("ตลอดชีพ", "lifelong")[language] }
            guard let iso = value["iso"]?.string else { return raw }
            return iso.count == 10 ? TimeText.day(iso, language) : iso
        }
        return value.line
    }
}
