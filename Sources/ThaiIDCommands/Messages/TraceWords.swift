import CardRecord
import CardTrace
import Pseudonyms
import SmartCard
import ThaiIDCard

extension Bilingual {
    /// What everyone is told who gets a recording of a card.
    static let personalRecording = Bilingual(
        "ไฟล์บันทึกนี้มีข้อมูลส่วนบุคคลของผู้ถือบัตร โปรดเก็บรักษาเหมือนตัวบัตร และอย่าเผยแพร่",
        "The recording holds the personal data of the card's holder: keep it as you keep the card, and do not publish it."
    )

    /// Why an exchange brought no answer.
    init(_ error: ChannelError) {
        self =
            switch error {
            case .cardRemoved: Bilingual("บัตรถูกถอด", "card removed")
            case .readerGone: Bilingual("เครื่องอ่านถูกถอด", "reader unplugged")
            case .serviceGone: Bilingual("บริการหยุด", "service stopped")
            case .cardReset: Bilingual("บัตรถูกรีเซ็ตโดยโปรแกรมอื่น", "card reset by another program")
            case .cardMute: Bilingual("บัตรไม่ตอบ", "no answer from the card")
            case .communication: Bilingual("การสื่อสารขัดข้อง", "communication error")
            case .cardInUse: Bilingual("โปรแกรมอื่นใช้บัตรอยู่", "card in use")
            case .accessDenied: Bilingual("ไม่มีสิทธิ์", "access denied")
            case .unsupportedProtocol: Bilingual("โพรโทคอลไม่รองรับ", "unsupported protocol")
            case .timedOut: Bilingual("หมดเวลา", "timed out")
            case .malformedAnswer(let count): Bilingual("คำตอบผิดรูปแบบ \(count) ไบต์", "malformed answer, \(count) bytes")
            case .limitExceeded(let kind): Bilingual("เกินขีดจำกัด \(kind.rawValue)", "limit exceeded: \(kind.rawValue)")
            case .notRecorded, .offScript: Bilingual("ไม่มีในไฟล์บันทึก", "not in the recording")
            case .other(let code):
                Bilingual("รหัส 0x\(String(code, radix: 16))", "code 0x\(String(code, radix: 16))")
            }
    }

    /// What an answer's length and status word say here.
    init(_ answer: ResponseAPDU) {
        let came =
            answer.data.isEmpty
            ? Bilingual("", "") : Bilingual("\(answer.data.count) ไบต์ ", "\(answer.data.count) bytes, ")
        let status = Bilingual(answer.status)
        self.init(
            came.thai + status.thai + " (\(answer.status))", came.english + status.english + " (\(answer.status))")
    }

    private init(_ status: StatusWord) {
        self =
            switch status {
            case .success: Bilingual("สำเร็จ", "done")
            case .notFound: Bilingual("ไม่มีแอปเพล็ตนี้บนบัตร", "no such applet on this card")
            case .wrongOffset: Bilingual("ตำแหน่งอยู่นอกข้อมูล", "outside the card's data")
            case .wrongLength: Bilingual("ความยาวคำสั่งผิด", "wrong length")
            case .conditionsNotSatisfied: Bilingual("ไม่มีข้อมูลรออยู่", "nothing waits to be fetched")
            case .wrongParameters: Bilingual("พารามิเตอร์ผิด", "wrong parameters")
            case .unknownInstruction, .unknownClass: Bilingual("บัตรไม่รู้จักคำสั่ง", "the card does not know the command")
            default:
                if let count = status.bytesWaiting {
                    Bilingual("มี \(count) ไบต์รอรับ", "\(count) bytes wait to be fetched")
                } else if let count = status.exactLength {
                    Bilingual("ส่งใหม่ด้วยความยาว \(count)", "to be sent again for \(count) bytes")
                } else {
                    Bilingual("บัตรปฏิเสธ", "refused")
                }
            }
    }

    /// What is wrong with a recording.
    init(_ finding: TraceFinding) {
        self =
            switch finding {
            case .missing(let spans):
                Bilingual("ขาดไบต์ \(Self.list(spans))", "bytes missing: \(Self.list(spans))")
            case .failure(let step, let error):
                Bilingual("ลำดับ \(step): \(Bilingual(error).thai)", "exchange \(step): \(Bilingual(error).english)")
            case .wrongLength(let step, let asked, let came):
                Bilingual(
                    "ลำดับ \(step): ขอ \(asked) ไบต์ ได้ \(came)", "exchange \(step): asked for \(asked) bytes, got \(came)"
                )
            case .refused(let step, let status):
                Bilingual(
                    "ลำดับ \(step): \(Bilingual(status).thai) (\(status))",
                    "exchange \(step): \(Bilingual(status).english) (\(status))")
            case .notFetched(let step):
                Bilingual("ลำดับ \(step): ไม่ได้รับข้อมูลที่รออยู่", "exchange \(step): what waited was never fetched")
            case .odd(let warning):
                Bilingual(
                    "\(Field.named(warning.field)?.label.thai ?? warning.field): \(warning.message.thai)",
                    "\(Field.named(warning.field)?.label.english ?? warning.field): \(warning.message.english)")
            }
    }

    /// What two recordings say differently.
    init(_ difference: TraceDifference) {
        switch difference {
        case .atr(let first, let second):
            self.init("ATR ต่างกัน: \(first) กับ \(second)", "ATR differs: \(first) and \(second)")
        case .applet(let applet, let isInFirst):
            self.init(
                "\(applet.label.thai): มีเฉพาะไฟล์ที่ \(isInFirst ? 1 : 2)",
                "\(applet.label.english): only on the \(isInFirst ? "first" : "second") card")
        case .onlyIn(let isInFirst, let key):
            let label = Field.named(key)?.label
            self.init(
                "\(label?.thai ?? key): อ่านไว้เฉพาะไฟล์ที่ \(isInFirst ? 1 : 2)",
                "\(label?.english ?? key): only in the \(isInFirst ? "first" : "second") recording")
        case .field(let key):
            let label = Field.named(key)?.label
            self.init("\(label?.thai ?? key): ต่างกัน", "\(label?.english ?? key): differs")
        }
    }

    private static func list(_ spans: [Range<Int>]) -> String {
        spans.map { "\($0.lowerBound)–\($0.upperBound - 1)" }.joined(separator: ", ")
    }
}
