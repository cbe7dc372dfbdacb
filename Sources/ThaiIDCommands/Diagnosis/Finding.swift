import CardFormats
import CardRecord
import ThaiIDCard

/// One thing that `thaiid doctor` looked at.
struct Finding {
    /// What was looked at. The raw values are those of the JSON.
    enum Subject: String {
        case clock, service, access, driver, reader, card, thaiID

        var label: Bilingual {
            switch self {
            case .clock: Bilingual("นาฬิกา", "Clock")
            case .service: Bilingual("บริการ PC/SC", "PC/SC service")
            case .access: Bilingual("สิทธิ์การใช้", "Access")
            case .driver: Bilingual("ไดรเวอร์", "Driver")
            case .reader: Bilingual("เครื่องอ่าน", "Reader")
            case .card: Bilingual("บัตร", "Card")
            case .thaiID: Bilingual("บัตรประชาชน", "Thai ID card")
            }
        }
    }

    let subject: Subject
    /// What was found.
    let text: Bilingual
    /// What is wrong, `nil` where nothing is.
    var cause: ToolError?
    /// The command that mends it.
    var command: String?
    /// What to do about something that keeps no card from being read; `nil` where there is nothing.
    var advice: Bilingual?

    /// What is wrong with a clock that says this day; `nil` where nothing is. Cards are read all the
    /// same, but ages, validity and the dates on sheets are 543 years off.
    static func clock(_ today: CalendarDay) -> Finding? {
        guard today.isProbablyBuddhist else { return nil }
        return Finding(
            subject: .clock,
            text: Bilingual(
                "ปีของเครื่องคือ \(today.year) ซึ่งเป็นปี พ.ศ. เครื่องต้องใช้ปี ค.ศ.",
                "the year is \(today.year), of the Buddhist era; a computer counts Gregorian years"),
            command: "sudo timedatectl set-ntp true",
            advice: Bilingual(
                "ตั้งปีเป็น \(today.year - 543) ระหว่างนี้อายุ วันหมดอายุ และวันที่บนเอกสารจะผิดไป 543 ปี",
                "Set it to \(today.year - 543). Until then ages, validity and the dates on sheets are 543 years off."))
    }

    /// For scripts.
    var json: JSONValue {
        [
            "check": .string(subject.rawValue), "ok": .bool(cause == nil && advice == nil),
            "finding": .string(text.english),
            "code": JSONValue(cause?.identity.code), "command": JSONValue(command),
        ]
    }

    /// For people: a line, and the remedy below it.
    func text(in language: Language) -> String {
        let mark = cause != nil ? "✗" : advice != nil ? "!" : "✓"
        let line = "\(mark) \(TerminalColumns.pad(subject.label[language], to: 14)) \(SafeText.clean(text[language]))\n"
        guard let remedy = cause?.words.remedy ?? advice else { return line }
        let commands = (command ?? "").split(separator: "\n").map { "      \($0)\n" }.joined()
        return line + "  → \(SafeText.clean(remedy[language]))\n" + commands
    }
}
