import CardRecord
import DeskScreen
import ThaiIDCard

extension ScreenWords {
    /// What the full screen says.
    init(in language: Language) {
        func advice(_ text: Bilingual, _ hint: Bilingual) -> Advice { Advice(text[language], hint[language]) }
        self.init(
            language: language,
            title: advice(Bilingual("อ่านบัตรประชาชน", "Thai ID cards"), Bilingual("เลิกใช้: Ctrl+C", "Ctrl+C ends")),
            noReader: advice(
                Bilingual("ยังไม่พบเครื่องอ่านบัตร", "No card reader is found."),
                Bilingual(
                    "เสียบสาย USB ของเครื่องอ่านให้แน่น ถ้ายังไม่พบ ให้ผู้ดูแลเครื่องสั่ง thaiid doctor",
                    "Plug in the reader's USB cable. If that does not help, run ‘thaiid doctor’.")),
            unplugged: advice(
                Bilingual("เครื่องอ่านนี้หลุดไป", "This reader is gone."),
                Bilingual("เสียบสาย USB กลับให้แน่น แล้วใช้ต่อได้เลย", "Plug its USB cable in again, and go on.")),
            ready: advice(
                Bilingual("พร้อมรับบัตร", "Ready for a card"),
                Bilingual(
                    "เสียบบัตรประชาชน หงายด้านชิปขึ้น ดันบัตรให้สุด",
                    "Insert the ID card, chip side up, all the way in.")),
            reading: advice(
                Bilingual("กำลังอ่านบัตร", "Reading the card"), Bilingual("อย่าเพิ่งดึงบัตรออก", "Leave the card in.")),
            cleared: advice(
                Bilingual("ซ่อนข้อมูลของบัตรนี้แล้ว", "This card is not shown any more."),
                Bilingual("ถ้าต้องการดูอีกครั้ง ให้ดึงบัตรออกแล้วเสียบใหม่", "To see it again, take it out and put it back in.")),
            expired: Bilingual("หมดอายุแล้วเมื่อ", "EXPIRED on")[language],
            note: Bilingual("ข้อสังเกต", "Note")[language], day: Bilingual("วันนี้", "Today")[language],
            before: Bilingual("(บัตรก่อนหน้า)", "(card before)")[language],
            daysLeft: { days in
                days == 0
                    ? Bilingual("วันนี้เป็นวันสุดท้าย", "today is its last day")[language]
                    : Bilingual("เหลืออีก \(days) วัน", days == 1 ? "1 day left" : "\(days) days left")[language]
            },
            sheet: { Bilingual("เอกสารเลขที่ \($0)", "sheet \($0)")[language] })
    }

    /// What the day's log says of a card that was read.
    static func outcome(of record: Record) -> Bilingual {
        record.dates.validity == .expired
            ? Bilingual("อ่านบัตรแล้ว (บัตรหมดอายุ)", "card read (expired)") : Bilingual("อ่านบัตรแล้ว", "card read")
    }

    /// What somebody at a desk is told of a failure: more to the point where what is to be done can be seen.
    static func words(of error: ToolError) -> Words {
        guard error == .cardMute else { return error.words }
        return Words(
            error.words.problem,
            Bilingual("หงายด้านชิปขึ้น ดันบัตรให้สุด", "Turn the chip side up and push the card all the way in."))
    }
}
