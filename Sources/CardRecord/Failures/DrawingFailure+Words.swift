internal import ThaiIDCard

extension DrawingFailure {
    /// What a person reads: what happened, and what to do about it. Nothing of the card is repeated.
    package var words: Words {
        switch problem {
        case .internal:
            Words(
                Bilingual("โปรแกรมผิดพลาด (\(text(0)))", "The program has a defect (\(text(0)))."),
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
        case .notRecord:
            Words(
                Bilingual(
                    "ข้อมูลที่ป้อนเข้าไม่ใช่ระเบียนบัตร (\(text(0)))", "Standard input holds no record of a card (\(text(0)))."),
                Self.howToFeed
            )
        case .notPage:
            Words(
                Bilingual(
                    "ข้อมูลที่ป้อนเข้าไม่ใช่เอกสารที่วาดได้ (\(text(0)))",
                    "Standard input holds no document that can be drawn (\(text(0)))."),
                Bilingual("ดูรูปแบบด้วย: thaiid schema page", "Its shape: thaiid schema page.")
            )
        case .tooManyPages:
            Words(
                Bilingual("เอกสารยาวเกิน \(number(0)) หน้า", "The document takes more than \(number(0)) pages."),
                Self.inParts
            )
        case .unreadable:
            Words(
                Bilingual("อ่านข้อมูลที่ป้อนเข้าไม่ได้ (\(text(0)))", "Standard input could not be read: \(text(0))."),
                Self.howToFeed
            )
        case .tooLarge:
            Words(
                Bilingual("ข้อมูลที่ป้อนเข้าใหญ่กว่า \(number(0)) ไบต์", "Standard input holds more than \(number(0)) bytes."),
                Self.howToFeed
            )
        case .noPortrait:
            Words(
                Self.words(Absence(rawValue: text(0)) ?? .failed),
                Bilingual("อ่านบัตรใหม่โดยไม่ใช้ --no-photo", "Read the card again, without --no-photo.")
            )
        case .write:
            Words(
                Bilingual("เขียนผลลัพธ์ไม่ได้ (\(text(0)))", "The drawing could not be written: \(text(0))."),
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
        case .purposeTooLong:
            Words(
                Bilingual("วัตถุประสงค์ยาวจนอ่านไม่ออกบนเอกสาร", "The purpose is too long to stay legible."),
                Bilingual("ย่อให้ไม่เกิน \(number(0)) ตัวอักษร", "Say it in at most \(number(0)) characters.")
            )
        case .fontMissing:
            Words(
                Bilingual("ไม่มีแบบอักษร \(text(0)) ในเครื่องนี้", "The font \(text(0)) is not installed."),
                Bilingual(
                    "ติดตั้งด้วย sudo apt-get install fonts-thai-tlwg หรือเลือกแบบอื่นด้วย --font",
                    "Install it (sudo apt-get install fonts-thai-tlwg), or choose another with --font.")
            )
        case .issuerUnreadable:
            Words(
                Bilingual("อ่านไฟล์ \(text(0)) ไม่ได้ (\(text(1)))", "\(text(0)) cannot be read: \(text(1))."),
                Bilingual("ตรวจชื่อไฟล์ของ --issuer-block", "Check the name given with --issuer-block.")
            )
        case .argumentNotText:
            Words(
                Bilingual(
                    "อาร์กิวเมนต์ที่ \(number(0)) ไม่ใช่ข้อความ UTF-8 หรือ TIS-620",
                    "Argument \(number(0)) is text neither in UTF-8 nor in TIS-620 (code page 874)."),
                Bilingual("พิมพ์ข้อความเป็น UTF-8", "Write it in UTF-8.")
            )
        case .issuerNotText:
            Words(
                Bilingual(
                    "\(text(0)) ไม่ใช่ข้อความ UTF-8, UTF-16 หรือ TIS-620",
                    "\(text(0)) is text neither in UTF-8 or UTF-16 nor in TIS-620 (code page 874)."),
                Bilingual("บันทึกไฟล์ของ --issuer-block เป็น UTF-8", "Save the file given with --issuer-block as UTF-8.")
            )
        case .badLine:
            Words(
                Bilingual(
                    "ข้อมูลที่ป้อนเข้า บรรทัดที่ \(number(0)): ไม่ใช่ระเบียนที่ใช้ได้ (\(text(0)))",
                    "Standard input, line \(number(0)): no usable record (\(text(0)))."),
                Self.howToFeed
            )
        case .tooManyRecords:
            Words(
                Bilingual(
                    "แผ่นงานหนึ่งเก็บได้ไม่เกิน \(number(0)) ระเบียน",
                    "A workbook's sheet holds no more than \(number(0)) records."),
                Self.inParts
            )
        case .tooManyPhotos:
            Words(
                Bilingual(
                    "รูปถ่ายรวมกันเกิน \(number(0)) ไบต์", "The photos are more than \(number(0)) bytes together."),
                Self.inParts
            )
        case .cellTooLong:
            Words(
                Bilingual("ข้อความ \(text(0)) ยาวเกินกว่าเซลล์จะเก็บได้", "A cell cannot hold so long a text (\(text(0)))."),
                Bilingual("เลือกคอลัมน์อื่นด้วย --columns", "Choose other columns with --columns.")
            )
        case .workbookNotWritten:
            Words(
                Bilingual("เขียนไฟล์ชั่วคราวไม่ได้ (\(text(0)))", "The workbook could not be written: \(text(0))."),
                Bilingual("ตรวจที่ว่างใน TMPDIR หรือ /tmp", "Check the space in TMPDIR, or /tmp.")
            )
        case .usage:
            Words(
                Bilingual("โปรแกรมวาดไม่เข้าใจคำสั่ง: \(text(0))", "The drawing program does not understand: \(text(0))"),
                Bilingual(
                    "ติดตั้ง thaiid-render รุ่นเดียวกับ thaiid",
                    "Install the thaiid-render of the same release as thaiid.")
            )
        case .issuerTooLong:
            Words(
                Bilingual(
                    "ข้อมูลผู้จัดทำต้องเป็นข้อความ 1–\(number(0)) บรรทัด บรรทัดละไม่เกิน \(number(1)) ตัวอักษร",
                    "The issuer's block is no text of 1 to \(number(0)) lines of at most \(number(1)) characters."),
                Bilingual("ย่อไฟล์ของ --issuer-block", "Shorten the file given with --issuer-block.")
            )
        }
    }

    private static let howToFeed = Bilingual(
        "ป้อนผลลัพธ์ของ thaiid read --json", "Feed it what thaiid read --json prints.")

    private static let inParts = Bilingual("แบ่งเป็นหลายไฟล์", "Make several files of them.")

    private func text(_ place: Int) -> String { texts.indices.contains(place) ? texts[place] : "" }

    private func number(_ place: Int) -> Int { numbers.indices.contains(place) ? numbers[place] : 0 }

    private static func words(_ absence: Absence) -> Bilingual {
        switch absence {
        case .notOnCard: Bilingual("บัตรนี้ไม่มีรูปถ่าย", "The card has no photo.")
        case .notRead: Bilingual("ระเบียนนี้ไม่มีรูปถ่าย", "The record has no photo.")
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
