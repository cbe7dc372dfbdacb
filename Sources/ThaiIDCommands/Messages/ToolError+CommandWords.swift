import CardRecord
import SmartCard
import ThaiIDCard

/// The words for what can be wrong with commands that somebody wants sent. None repeats a command,
/// which may hold a PIN.
extension Words {
    /// Where a command is not in the notation.
    init(command: Int, column: Int, _ expected: CommandSyntaxError.Expectation) {
        let expectation = Bilingual(expected)
        self.init(
            Bilingual(
                "คำสั่งที่ \(command) อักขระที่ \(column): ควรเป็น \(expectation.thai)",
                "Command \(command), column \(column): expected \(expectation.english)."),
            Bilingual("ดูรูปแบบคำสั่งด้วย: thaiid apdu --help", "The notation: thaiid apdu --help."))
    }

    /// Where citizen IDs are wrong, of which the first are named by their places.
    init(badNumbers count: Int, of source: IDReport.Source, at places: [Int]) {
        let list = places.map(String.init).joined(separator: ", ") + (count > places.count ? ", …" : "")
        let label = source.label
        self.init(
            Bilingual(
                "มีเลขที่ไม่ถูกต้อง \(count) รายการ (\(label.thai) \(list))",
                "\(count) of the numbers are wrong: \(label.english)\(count > 1 ? "s" : "") \(list)."),
            Bilingual("ตรวจเลขอีกครั้ง", "Check them against the card."))
    }

    /// Where there are no commands, or too many.
    init(commandCount: Int, longest: Int) {
        self.init(
            Bilingual(
                "มี \(commandCount) คำสั่ง รับได้ 1 ถึง \(longest)", "\(commandCount) commands: 1 to \(longest) are taken."),
            Bilingual("แบ่งส่งหลายครั้ง", "Send them in parts."))
    }

    /// Where a command may do harm.
    init(unsafeCommand command: Int, header: [UInt8]) {
        let name = Hex.encode(header)
        self.init(
            Bilingual(
                "คำสั่งที่ \(command) (\(name)) อาจเปลี่ยนข้อมูลบนบัตร หรือทำให้โอกาสใส่รหัส PIN ลดลง จึงไม่ได้ส่งคำสั่งใดเลย",
                "Command \(command) (\(name)) may change the card or cost a try at its PIN: none was sent."),
            Bilingual("หากแน่ใจ ให้ใช้ --allow-unsafe", "If you are sure, say --allow-unsafe."))
    }

    /// Where a status word is not the one that was expected.
    init(command: Int, status: StatusWord, expected: StatusWord) {
        let canGoOn = status.bytesWaiting != nil || status.exactLength != nil
        self.init(
            Bilingual(
                "คำสั่งที่ \(command): บัตรตอบ \(status) แทนที่จะเป็น \(expected)",
                "Command \(command): the card answered \(status) instead of \(expected)."),
            canGoOn
                ? Bilingual("รับข้อมูลที่รออยู่ด้วย --get-response", "Fetch what waits with --get-response.")
                : Bilingual("ตรวจคำสั่งนั้นและคำสั่งก่อนหน้า", "Check that command, and those before it."))
    }
}

extension Bilingual {
    fileprivate init(_ expected: CommandSyntaxError.Expectation) {
        self =
            switch expected {
            case .header:
                Bilingual("เลขฐานสิบหก 2, 4, 6 หรือ 8 หลัก ([CLA]INS[P1P2])", "2, 4, 6 or 8 hex digits, [CLA]INS[P1P2]")
            case .data:
                Bilingual("ข้อมูล 1 ถึง 255 ไบต์ เป็นเลขฐานสิบหก", "1 to 255 bytes of data as pairs of hex digits")
            case .length: Bilingual("Le เป็นเลขฐานสิบหก 2 หลัก", "Le as 2 hex digits")
            case .status: Bilingual("SW เป็นเลขฐานสิบหก 4 หลัก หรือไม่มีเลย", "SW as 4 hex digits, or nothing")
            case .end: Bilingual(":DATA, /LE, =SW ตามลำดับ หรือจบคำสั่ง", ":DATA, /LE, =SW in this order, or the end")
            case .wholeCommand:
                Bilingual(
                    "คำสั่งแบบสั้นครบทุกไบต์ เป็นเลขฐานสิบหก", "a whole short command as pairs of hex digits, lengths fitting")
            }
    }
}
