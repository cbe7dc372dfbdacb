import CardExport
import ThaiIDCard

/// One thing that `thaiid doctor` looked at.
struct Finding {
    /// What was looked at. The raw values are those of the JSON.
    enum Subject: String {
        case service, access, driver, reader, card, thaiID

        var label: Bilingual {
            switch self {
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

    /// For scripts.
    var json: JSONValue {
        [
            "check": .string(subject.rawValue), "ok": .bool(cause == nil), "finding": .string(text.english),
            "code": JSONValue(cause?.identity.code), "command": JSONValue(command),
        ]
    }

    /// For people: a line, and the remedy below it.
    func text(in language: Language) -> String {
        let mark = cause == nil ? "✓" : "✗"
        let line = "\(mark) \(TerminalColumns.pad(subject.label[language], to: 14)) \(SafeText.clean(text[language]))\n"
        guard let cause else { return line }
        let commands = (command ?? "").split(separator: "\n").map { "      \($0)\n" }.joined()
        return line + "  → \(SafeText.clean(cause.words.remedy[language]))\n" + commands
    }
}
