public import ThaiIDCard

/// The one table of what keeps a program of this project from doing what it was asked: the word that scripts
/// compare, the status that the program exits with, and when that is. The raw values are the words.
public enum FailureKind: String, CaseIterable, Hashable, Sendable {
    case `internal`
    case noService = "no-service"
    case accessDenied = "access-denied"
    case noReader = "no-reader"
    case whichReader = "which-reader"
    case noCard = "no-card"
    case cardRemoved = "card-removed"
    case cardMute = "card-mute"
    case notThaiID = "not-thai-id"
    case cardVersion = "card-version"
    case cardInUse = "card-in-use"
    case cardData = "card-data"
    case limit
    case recording
    case write
    case refused
    case timeout
    case noRegister = "no-register"
    case notAllowed = "not-allowed"
    case needsApproval = "needs-approval"
    case notFound = "not-found"
    case conflict
    case key
    case logBroken = "log-broken"
    case usage

    /// The word that scripts compare.
    public var code: String { rawValue }

    /// The status that the program exits with; each kind has its own.
    public var exit: Int32 { row.exit }

    /// When it is this kind, as a clause.
    public var meaning: Bilingual { row.meaning }

    /// The kind that a program's exit status stands for.
    public init?(exit: Int32) {
        guard let kind = Self.allCases.first(where: { $0.exit == exit }) else { return nil }
        self = kind
    }

    private var row: (exit: Int32, meaning: Bilingual) {
        switch self {
        case .internal: (1, Bilingual("โปรแกรมผิดพลาดเอง", "a defect of ours"))
        case .noService:
            (
                10,
                Bilingual(
                    "บริการ PC/SC ไม่ทำงาน หรือเป็นคนละรุ่นกับไลบรารี",
                    "the PC/SC service is not running, or of another version than the library")
            )
        case .accessDenied: (11, Bilingual("บริการไม่อนุญาตผู้ใช้นี้", "the service refuses this user"))
        case .noReader: (12, Bilingual("ไม่มีเครื่องอ่านบัตร", "no reader attached"))
        case .whichReader:
            (
                13,
                Bilingual(
                    "มีบัตรประชาชนในเครื่องอ่านหลายเครื่อง หรือไม่มีเครื่องที่ระบุ",
                    "several readers hold a Thai ID card, or the named one is not there")
            )
        case .noCard:
            (14, Bilingual("ไม่มีบัตรในเครื่องอ่าน หรือไม่มีมาทันเวลา", "no card in the reader, or none came in time"))
        case .cardRemoved:
            (
                15,
                Bilingual(
                    "ระหว่างอ่าน บัตรถูกถอดหรือเปลี่ยน เครื่องอ่านถูกถอด หรือบริการหยุด",
                    "card pulled or swapped, reader unplugged or service gone during the read")
            )
        case .cardMute: (16, Bilingual("บัตรไม่ตอบสนอง", "the card does not answer"))
        case .notThaiID: (17, Bilingual("เป็นบัตรอื่น", "a card, but not this kind"))
        case .cardVersion:
            (
                18,
                Bilingual(
                    "ข้อมูลแบบเก่า (0002 ลงไป) หรือแบบที่ไม่รู้จักซึ่งเลขตรวจสอบและวันที่ไม่ยืนยัน",
                    """
                    the old layout of data (0002 and below), or an unknown one whose check digit and dates do not bear it out
                    """)
            )
        case .cardInUse: (19, Bilingual("โปรแกรมอื่นใช้บัตรอยู่", "another program holds it"))
        case .cardData:
            (
                20,
                Bilingual(
                    "ข้อมูลขัดแย้งกัน; `check-id`: มีเลขที่ผิด; `apdu`: สถานะไม่ตรงกับที่คาดไว้",
                    """
                    the data contradict themselves; `check-id`: a number is wrong; `apdu`: another status word than expected
                    """)
            )
        case .limit:
            (
                21,
                Bilingual(
                    "คำตอบไม่สิ้นสุด ใหญ่เกิน หรือช้าเกิน; วาดนานเกินไป",
                    "endless answers, oversize, too slow; drawing took too long")
            )
        case .recording:
            (
                22,
                Bilingual(
                    "ไฟล์บันทึกหรือระเบียนผิดรูปแบบ หรือไม่มีสิ่งที่ขอ",
                    "a recording or record is malformed, or lacks what was asked of it")
            )
        case .write:
            (
                23,
                Bilingual(
                    "เขียน พิมพ์ หรือบันทึกผลลัพธ์ไม่ได้; ไม่มี `thaiid-render` หรือ `thaiid-register` หรือหยุดกลางคัน",
                    """
                    output could not be written, printed or logged; `thaiid-render` or `thaiid-register` is missing \
                    or broke off
                    """)
            )
        case .refused:
            (
                24,
                Bilingual(
                    """
                    ขัดกับกฎของโปรแกรม: เอกสารไม่มีวัตถุประสงค์ มีไฟล์อยู่แล้วโดยไม่มี `--force` ชื่อไฟล์เป็นลิงก์ \
                    คำสั่งอาจก่อความเสียหาย ไฟล์บันทึกมีสิ่งที่ไม่มีใครอธิบายได้
                    """,
                    """
                    a rule of the tool's own: a sheet without a purpose, a file exists and `--force` was not given, \
                    a file's name is a link, a command may do harm, a recording holds what nobody can explain
                    """)
            )
        case .timeout: (25, Bilingual("อ่านนานกว่า `--timeout`", "the read took longer than `--timeout`"))
        case .noRegister:
            (26, Bilingual("ไม่มีทะเบียน หรือเปิดทะเบียนไม่ได้", "there is no register, or it cannot be opened"))
        case .notAllowed:
            (
                27,
                Bilingual(
                    "บทบาท วัตถุประสงค์ เวลา หรือโควตาไม่อนุญาต", "role, purpose, hours or quota do not allow it")
            )
        case .needsApproval: (28, Bilingual("ต้องให้อีกคนอนุมัติก่อน", "somebody else has to approve it first"))
        case .notFound: (29, Bilingual("ไม่พบบุคคลหรือรายการนี้", "no such person or entry"))
        case .conflict:
            (30, Bilingual("ขัดกับสิ่งที่มีอยู่ ต้องให้คนตัดสิน", "it contradicts what is there; a person has to decide"))
        case .key:
            (
                31,
                Bilingual(
                    "ไม่มีกุญแจทะเบียน เป็นกุญแจอื่น หรือเป็นกุญแจเก่า",
                    "the register's key is missing, another one, or an older one")
            )
        case .logBroken:
            (
                33,
                Bilingual(
                    "บันทึกการใช้งานไม่ครบหรือถูกแก้ไข หรือเขียนไม่ได้",
                    "the log has been tampered with, has gaps, or cannot be written")
            )
        case .usage: (64, Bilingual("ตัวเลือกผิด", "wrong options"))
        }
    }
}
