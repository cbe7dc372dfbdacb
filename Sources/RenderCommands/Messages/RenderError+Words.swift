import CardPortrait
import CardRecord
import CardSheet
import ThaiIDCard

extension RenderError {
    /// What a person reads: what happened, and what to do about it. Nothing of the card is repeated.
    var words: Words {
        switch self {
        case .internal(let what):
            Words(
                Bilingual("โปรแกรมผิดพลาด (\(what))", "The program has a defect (\(what))."),
                Bilingual("โปรดแจ้งผู้พัฒนา พร้อมคำสั่งที่ใช้", "Please report it, with the command that was used.")
            )
        case .noCommandLine:
            Words(
                Bilingual("อ่านบรรทัดคำสั่งไม่ได้ เพราะไม่มี /proc", "The command line cannot be read: /proc is not there."),
                Bilingual("เชื่อมต่อด้วย: mount -t proc proc /proc", "Mount it: mount -t proc proc /proc")
            )
        case .notArguments:
            Words(
                Bilingual(
                    "บรรทัดแรกของข้อมูลที่ป้อนเข้าไม่ใช่รายการตัวเลือก",
                    "The first line of standard input is no list of arguments."),
                Bilingual(
                    "ระบุตัวเลือกเป็นอาร์เรย์ JSON หรือบนบรรทัดคำสั่งแทน @-",
                    "Write them as an array of JSON, or on the command line in the place of @-.")
            )
        case .notRecord(let key):
            Words(
                Bilingual("ข้อมูลที่ป้อนเข้าไม่ใช่ระเบียนบัตร (\(key))", "Standard input holds no record of a card (\(key))."),
                Self.howToFeed
            )
        case .unreadable(let reason):
            Words(
                Bilingual("อ่านข้อมูลที่ป้อนเข้าไม่ได้ (\(reason))", "Standard input could not be read: \(reason)."),
                Self.howToFeed
            )
        case .tooLarge(let limit):
            Words(
                Bilingual("ข้อมูลที่ป้อนเข้าใหญ่กว่า \(limit) ไบต์", "Standard input holds more than \(limit) bytes."),
                Self.howToFeed
            )
        case .noPortrait(let absence):
            Words(
                Self.words(absence),
                Bilingual("อ่านบัตรใหม่โดยไม่ใช้ --no-photo", "Read the card again, without --no-photo.")
            )
        case .write(let reason):
            Words(
                Bilingual("เขียนผลลัพธ์ไม่ได้ (\(reason))", "The drawing could not be written: \(reason)."),
                Bilingual("ตรวจที่ว่างและปลายทาง แล้วลองใหม่", "Check the space and where it goes, then try again.")
            )
        case .purposeMissing:
            Words(
                Bilingual("เอกสารต้องระบุวัตถุประสงค์ จึงไม่ได้จัดทำ", "No sheet is made without a purpose."),
                Bilingual(
                    "ระบุด้วย --purpose เช่น --purpose 'สมัครสมาชิกห้องสมุด'",
                    "State it with --purpose, such as --purpose 'library membership'.")
            )
        case .holdsCitizenID:
            Words(
                Bilingual(
                    "วัตถุประสงค์ เลขที่เอกสาร หรือข้อมูลผู้จัดทำ มีเลขประจำตัวประชาชนอยู่",
                    "Purpose, sheet number or issuer's lines repeat the citizen ID."),
                Bilingual("นำเลขออกแล้วลองใหม่", "Leave the number out and try again.")
            )
        case .purposeTooLong(let limit):
            Words(
                Bilingual("วัตถุประสงค์ยาวจนอ่านไม่ออกบนเอกสาร", "The purpose is too long to stay legible."),
                Bilingual("ย่อให้ไม่เกิน \(limit) ตัวอักษร", "Say it in at most \(limit) characters.")
            )
        case .fontMissing(let family):
            Words(
                Bilingual("ไม่มีแบบอักษร \(family) ในเครื่องนี้", "The font \(family) is not installed."),
                Bilingual(
                    "ติดตั้งด้วย sudo apt-get install fonts-thai-tlwg หรือเลือกแบบอื่นด้วย --font",
                    "Install it (sudo apt-get install fonts-thai-tlwg), or choose another with --font.")
            )
        case .issuerUnreadable(let file, let reason):
            Words(
                Bilingual("อ่านไฟล์ \(file) ไม่ได้ (\(reason))", "\(file) cannot be read: \(reason)."),
                Bilingual("ตรวจชื่อไฟล์ของ --issuer-block", "Check the name given with --issuer-block.")
            )
        case .argumentNotText(let number):
            Words(
                Bilingual(
                    "อาร์กิวเมนต์ที่ \(number) ไม่ใช่ข้อความ UTF-8 หรือ TIS-620",
                    "Argument \(number) is text neither in UTF-8 nor in TIS-620 (code page 874)."),
                Bilingual("พิมพ์ข้อความเป็น UTF-8", "Write it in UTF-8.")
            )
        case .issuerNotText(let file):
            Words(
                Bilingual(
                    "\(file) ไม่ใช่ข้อความ UTF-8, UTF-16 หรือ TIS-620",
                    "\(file) is text neither in UTF-8 or UTF-16 nor in TIS-620 (code page 874)."),
                Bilingual("บันทึกไฟล์ของ --issuer-block เป็น UTF-8", "Save the file given with --issuer-block as UTF-8.")
            )
        case .badLine(let line, let key):
            Words(
                Bilingual(
                    "ข้อมูลที่ป้อนเข้า บรรทัดที่ \(line): ไม่ใช่ระเบียนที่ใช้ได้ (\(key))",
                    "Standard input, line \(line): no usable record (\(key))."),
                Self.howToFeed
            )
        case .workbook(let error): error.words
        case .issuerTooLong(let lines, let columns):
            Words(
                Bilingual(
                    "ข้อมูลผู้จัดทำต้องเป็นข้อความ 1–\(lines) บรรทัด บรรทัดละไม่เกิน \(columns) ตัวอักษร",
                    "The issuer's block is no text of 1 to \(lines) lines of at most \(columns) characters."),
                Bilingual("ย่อไฟล์ของ --issuer-block", "Shorten the file given with --issuer-block.")
            )
        }
    }

    private static let howToFeed = Bilingual(
        "ป้อนผลลัพธ์ของ thaiid read --json", "Feed it what thaiid read --json prints.")

    private static func words(_ absence: PortraitAbsence) -> Bilingual {
        switch absence {
        case .notOnCard: Bilingual("บัตรนี้ไม่มีรูปถ่าย", "The card has no photo.")
        case .notRead, .notWanted: Bilingual("ระเบียนนี้ไม่มีรูปถ่าย", "The record has no photo.")
        case .notRecorded: Bilingual("ไฟล์บันทึกไม่มีรูปถ่าย", "The recording does not hold the photo.")
        case .failed: Bilingual("อ่านรูปถ่ายจากบัตรไม่ได้", "The photo could not be read from the card.")
        case .damaged: Bilingual("ไฟล์รูปถ่ายเสียหาย", "The photo is damaged.")
        case .progressive:
            Bilingual(
                "ไม่แสดงรูปถ่าย: เป็น JPEG แบบ progressive ซึ่งโปรแกรมนี้ไม่ถอดรหัส",
                "The photo is a progressive JPEG file, which is not decoded."
            )
        case .refused:
            Bilingual(
                "ไม่แสดงรูปถ่าย: ไฟล์ JPEG ไม่ใช่แบบที่บัตรใช้",
                "The photo is a JPEG file unlike those that cards hold; it is not decoded."
            )
        }
    }
}
