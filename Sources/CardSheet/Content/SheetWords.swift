internal import CardPortrait
internal import SheetRequest
internal import ThaiIDCard

/// What a sheet says besides what the card says.
enum SheetWords {
    static let title = Bilingual(
        "ข้อมูลจากชิปบัตรประจำตัวประชาชน (ใช้แทนการถ่ายสำเนา)",
        "Data read from the chip of a Thai national ID card (in place of a photocopy)")
    static let addressAtIssue = Bilingual("ที่อยู่ ณ วันออกบัตร", "Address on the day of issue")
    static let nameThai = Bilingual("ชื่อตัวและชื่อสกุล", "Name (Thai)")
    static let nameEnglish = Bilingual("ชื่อภาษาอังกฤษ", "Name (English)")
    static let purpose = Bilingual("วัตถุประสงค์ในการใช้", "Purpose of use")

    static let lifelong = Bilingual("ตลอดชีพ", "Lifelong")
    static let unknownDate = Bilingual("ไม่ทราบ", "unknown")
    static let noSuchDate = Bilingual("ไม่มีวันนี้ในปฏิทิน", "no such date")
    static let unknownDay = Bilingual("ไม่ทราบวันที่", "day unknown")
    static let unknownDayAndMonth = Bilingual("ไม่ทราบวันและเดือน", "day and month unknown")

    static let doubtful = Bilingual("น่าสงสัย", "doubtful")

    static let blank = Bilingual("(ว่างบนบัตร)", "(blank on the card)")
    static let failed = Bilingual("(อ่านไม่ได้)", "(could not be read)")
    static let notRecorded = Bilingual("(ไม่มีในไฟล์บันทึก)", "(not in the recording)")
    static let notRead = Bilingual("(ไม่ได้อ่าน)", "(not read)")

    static let auditNumber = Bilingual("เลขที่เอกสาร", "Sheet number")
    static let readAt = Bilingual("อ่านจากชิปเมื่อ", "Read from the chip")
    static let drawnAt = Bilingual("จัดทำเอกสารเมื่อ", "Sheet made")
    static let reader = Bilingual("เครื่องอ่าน", "Reader")
    static let noReader = Bilingual("ไม่ได้ใช้เครื่องอ่าน", "no reader")

    static let signature = Bilingual("ลงชื่อ", "Signed")
    static let holder = Bilingual("ผู้ถือบัตร", "Holder")
    static let holderStatement = Bilingual("รับรองว่าข้อมูลถูกต้อง", "I confirm these data")
    static let officer = Bilingual("เจ้าหน้าที่", "Officer")
    static let officerStatement = Bilingual("อ่านจากบัตรจริงต่อหน้าผู้ถือบัตร", "Read from the card, holder present")
    static let unseenStatement = Bilingual("จัดทำโดยไม่ได้อ่านจากบัตรจริง", "Made without reading a real card")
    static let date = Bilingual("วันที่", "Date")

    static let disclaimer = Bilingual(
        "เอกสารนี้ไม่ใช่สิ่งพิมพ์ออกที่มีการรับรอง เว้นแต่หน่วยงานผู้จัดทำจะรับรอง และข้อมูลในชิปไม่มีลายมือชื่อดิจิทัลกำกับ",
        "Not a certified printout unless the agency certifies it. The chip does not sign its data.")
    static let page = Bilingual("หน้า 1/1", "Page 1/1")

    static let checkDigit = Bilingual(
        "เลขประจำตัวประชาชนไม่ตรงกับเลขตรวจสอบ", "The citizen ID contradicts its check digit.")
    static let textUndefined = Bilingual(
        "มีตัวอักษรบนบัตรที่อ่านไม่ออก แสดงเป็น \u{FFFD}", "Some characters on the card cannot be read; they show as \u{FFFD}.")
    static let cardExpired = Bilingual("บัตรหมดอายุแล้ว ณ วันที่อ่าน", "The card had EXPIRED on the day it was read.")
    static let clockBuddhist = Bilingual(
        "นาฬิกาของเครื่องใช้ปี พ.ศ. แทน ค.ศ. วันที่จัดทำและวันที่อ่านจึงผิดไป 543 ปี",
        "The computer's clock counted Buddhist years: the dates of reading and issue are 543 years off.")
    static let virtualCard = Bilingual("ข้อมูลจากบัตรจำลอง ไม่ใช่บัตรจริง", "From a made-up card, not a real one.")
    static let replayedCard = Bilingual(
        "ข้อมูลจากบันทึกการอ่าน ไม่ได้อ่านจากบัตรในขณะจัดทำ", "From a recording, not from a card at hand.")

    /// What cannot be read, by its labels.
    static func unreadable(_ labels: [Bilingual]) -> Bilingual {
        Bilingual(
            "อ่านจากบัตรไม่ได้: " + labels.map(\.thai).joined(separator: ", "),
            "Could not be read: " + labels.map(\.english).joined(separator: ", "))
    }

    /// Why there is a frame instead of a face.
    static func reason(_ absence: PortraitAbsence) -> Bilingual {
        switch absence {
        case .notOnCard: Bilingual("บัตรนี้ไม่มีรูปถ่าย", "No photo on this card")
        case .notRead: Bilingual("ไม่ได้อ่านรูปถ่าย", "Photo not read")
        case .notRecorded: Bilingual("ไฟล์บันทึกไม่มีรูปถ่าย", "Photo not in the recording")
        case .failed: Bilingual("อ่านรูปถ่ายจากบัตรไม่ได้", "Photo could not be read")
        case .notWanted: Bilingual("ไม่แสดงรูปถ่ายตามที่เลือก", "Photo left out as chosen")
        case .damaged: Bilingual("ไฟล์รูปถ่ายเสียหาย", "Photo is damaged")
        case .progressive:
            Bilingual(
                "ไม่แสดงรูปถ่าย: JPEG แบบ progressive ซึ่งโปรแกรมนี้ไม่ถอดรหัส",
                "Photo not shown: a progressive JPEG is not decoded")
        case .refused:
            Bilingual(
                "ไม่แสดงรูปถ่าย: ไฟล์ JPEG ไม่ใช่แบบที่บัตรใช้",
                "Photo not shown: a JPEG unlike those on cards is not decoded")
        }
    }
}

extension SheetLanguage {
    /// The language by which text is broken into lines, and in which a document is said to be.
    var main: Language { self == .english ? .english : .thai }

    /// A text in this language, or in both with a stroke between.
    func text(_ bilingual: Bilingual) -> String {
        self == .both ? "\(bilingual.thai) / \(bilingual.english)" : bilingual[main]
    }
}
