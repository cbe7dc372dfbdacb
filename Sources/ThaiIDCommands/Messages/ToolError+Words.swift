import CardRecord
import DeskConfig
import SmartCard
import ThaiIDCard

extension ToolError {
    /// The one table of messages. None repeats what a card says.
    var words: Words {
        switch self {
        case .internal(let what, let file, let line):
            Words(
                Bilingual(
                    "โปรแกรมผิดพลาด (\(Self.place(file, line)): \(what))",
                    "The program has a defect (\(Self.place(file, line)): \(what))."),
                Bilingual("โปรดแจ้งผู้พัฒนา พร้อมคำสั่งที่ใช้", "Please report it, with the command that was used."))
        case .noService:
            Words(
                Bilingual("บริการ PC/SC ไม่ทำงาน", "The PC/SC service is not running."),
                Bilingual(
                    "เริ่มบริการด้วย: sudo systemctl start pcscd.socket (หรือดูเพิ่มเติมด้วย: thaiid doctor)",
                    "Start it: sudo systemctl start pcscd.socket (thaiid doctor tells more)."))
        case .serviceVersion:
            .serviceVersion
        case .accessDenied:
            Words(
                Bilingual("บริการ PC/SC ไม่อนุญาตให้ผู้ใช้นี้ใช้เครื่องอ่าน", "The PC/SC service refuses this user."),
                Bilingual(
                    "ดูวิธีขอสิทธิ์ด้วย: thaiid doctor", "thaiid doctor prints the rule that grants access."))
        case .noReader:
            Words(
                Bilingual("ไม่พบเครื่องอ่านบัตร", "No card reader is attached."),
                Bilingual(
                    "เสียบเครื่องอ่านบัตร หรือลองโดยไม่ใช้เครื่องอ่านด้วย --sample หรือ --replay FILE",
                    "Plug one in, or try without: --sample, or --replay FILE."))
        case .noVirtualReader(let reason):
            Words(
                Bilingual("ไม่พบเครื่องอ่านเสมือน (\(reason))", "There is no virtual reader: \(reason)."),
                Bilingual(
                    "ติดตั้งด้วย: sudo apt-get install vsmartcard-vpcd && sudo systemctl restart pcscd.service",
                    "Install it: sudo apt-get install vsmartcard-vpcd && sudo systemctl restart pcscd.service"))
        case .whichReader(let asked, let there):
            Self.words(asked: asked, there: there)
        case .noCard(let waited):
            Words(
                waited
                    ? Bilingual("ไม่มีการเสียบบัตรภายในเวลาที่กำหนด", "No card came in time.")
                    : Bilingual("ไม่มีบัตรในเครื่องอ่าน", "There is no card in the reader."),
                Bilingual(
                    "เสียบบัตรโดยหันด้านชิปขึ้นและเข้าก่อน หรือใช้ --wait เพื่อรอบัตร",
                    "Insert the card, chip side up and chip end first, or wait for one with --wait."))
        case .cardRemoved(let removal):
            Self.words(removal)
        case .cardMute:
            Words(
                Bilingual("บัตรไม่ตอบสนอง", "The card does not answer."),
                Bilingual(
                    "ตรวจว่าหันด้านชิปขึ้น เช็ดหน้าสัมผัสให้สะอาด แล้วเสียบใหม่",
                    "See that the chip is up and clean, and insert the card again."))
        case .notThaiID(let status):
            Words(
                Bilingual(
                    "บัตรนี้ไม่ใช่บัตรประจำตัวประชาชนไทย\(status.map { " (\($0))" } ?? "")",
                    "This is not a Thai national ID card\(status.map { " (\($0))" } ?? "")."),
                Bilingual("ใช้บัตรประจำตัวประชาชนแบบมีชิป", "Use a Thai national ID card with a chip."))
        case .noThaiCard(let foreign, let mute):
            Words(foreign: foreign.joined(separator: ", "), mute: mute.joined(separator: ", "))
        case .cardVersion(let version):
            Words(
                Bilingual("ไม่รองรับข้อมูลบัตรรุ่น \(version)", "The card's data version \(version) is not supported."),
                Bilingual("ใช้บัตรรุ่นใหม่กว่า (รุ่นข้อมูล 0003)", "Use a newer card (data version 0003)."))
        case .cardInUse:
            Words(
                Bilingual("โปรแกรมอื่นกำลังใช้บัตรนี้อยู่", "Another program is using the card."),
                Bilingual("ปิดโปรแกรมนั้นแล้วลองใหม่", "Close that program and try again."))
        case .cardData(let problem):
            Self.words(problem)
        case .limit(let kind):
            Words(
                Bilingual("บัตรตอบเกินขีดจำกัด (\(kind.rawValue))", "The card exceeded a limit (\(kind.rawValue))."),
                Bilingual(
                    "ลองอีกครั้ง หากยังเป็นอยู่ บัตรนี้อาจชำรุดหรือถูกปลอมแปลง",
                    "Try again; if it stays so, the card is broken or forged."))
        case .recording(let problem):
            Self.words(problem)
        case .write(let path, let reason):
            Words(
                Bilingual("เขียน \(path) ไม่ได้ (\(reason))", "Cannot write \(path): \(reason)."),
                Bilingual("ตรวจสิทธิ์และพื้นที่ว่าง", "Check permissions and free space."))
        case .refused(let refusal):
            refusal.words
        case .timeout(let seconds):
            Words(
                Bilingual("อ่านบัตรไม่เสร็จภายใน \(seconds) วินาที", "The read took longer than \(seconds) seconds."),
                Bilingual("ถอดบัตรแล้วเสียบใหม่ หรือเพิ่ม --timeout", "Re-insert the card, or allow more with --timeout."))
        case .usage(let what):
            Words(
                what,
                Bilingual("ดูวิธีใช้ด้วย: thaiid --help", "See thaiid --help."))
        case .noCommandLine:
            Words(
                Bilingual("อ่านบรรทัดคำสั่งไม่ได้ เพราะไม่มี /proc", "The command line cannot be read: /proc is not there."),
                Bilingual("เชื่อมต่อด้วย: mount -t proc proc /proc", "Mount it: mount -t proc proc /proc"))
        case .optionMissing(let option):
            Words(
                Bilingual("รูปแบบนี้ต้องระบุ --\(option)", "This format needs --\(option)."),
                Bilingual("ดูวิธีใช้ด้วย: thaiid --help", "See thaiid --help."))
        case .desk(let problem):
            problem.words
        case .register(let problem):
            problem.words
        case .document(let problem):
            problem.words
        case .settings(let fault):
            fault.words
        case .notation(let command, let column, let expected):
            Words(command: command, column: column, expected)
        case .commandCount(let count, let longest):
            Words(commandCount: count, longest: longest)
        }
    }

    private static func words(asked: String?, there: [String]) -> Words {
        let list = there.joined(separator: ", ")
        guard let asked else {
            return Words(
                Bilingual(
                    "มีบัตรประชาชนในเครื่องอ่านหลายเครื่อง — \(list)", "Several readers hold a Thai ID card — \(list)."),
                Bilingual("เลือกเครื่องด้วย --reader", "Choose one with --reader."))
        }
        return Words(
            Bilingual(
                "ไม่พบเครื่องอ่าน “\(asked)” เพียงเครื่องเดียว — ที่มี: \(list)",
                "No single reader is “\(asked)” — there are: \(list)."),
            Bilingual("ดูรายชื่อด้วย: thaiid readers", "List them with: thaiid readers."))
    }

    /// Where in the sources something was noticed: the file's name and the line.
    private static func place(_ file: String, _ line: Int) -> String {
        "\(file.split(separator: "/").last ?? ""):\(line)"
    }

    private static func words(_ removal: Removal) -> Words {
        let again = Bilingual("เสียบบัตรค้างไว้จนอ่านเสร็จ แล้วลองใหม่", "Leave the card in until it is read, and try again.")
        return switch removal {
        case .card: Words(Bilingual("บัตรถูกถอดระหว่างอ่าน", "The card was removed during the read."), again)
        case .reader: Words(Bilingual("เครื่องอ่านถูกถอดระหว่างอ่าน", "The reader was unplugged during the read."), again)
        case .service:
            Words(Bilingual("บริการ PC/SC หยุดระหว่างอ่าน", "The PC/SC service stopped during the read."), again)
        case .swapped: Words(Bilingual("บัตรถูกเปลี่ยนระหว่างอ่าน", "Another card was put in during the read."), again)
        }
    }

    private static func words(_ problem: DataProblem) -> Words {
        let again = Bilingual(
            "เช็ดหน้าสัมผัส เสียบบัตรใหม่ แล้วลองอีกครั้ง", "Clean the contacts, insert the card again, and retry.")
        return switch problem {
        case .checkDigit:
            Words(
                Bilingual("เลขประจำตัวบนบัตรไม่ตรงกับเลขตรวจสอบ", "The card's citizen ID contradicts its check digit."),
                Bilingual(
                    "ลองใหม่ หรือรับค่าพร้อมคำเตือนด้วย --accept-bad-check-digit",
                    "Try again, or take it with a warning: --accept-bad-check-digit."))
        case .refused(let span, let status):
            Words(
                Bilingual("บัตรไม่ให้อ่านข้อมูล (\(status), \(hex(span)))", "The card refused \(hex(span)) (\(status))."),
                again)
        case .length(let span, let count):
            Words(
                Bilingual(
                    "บัตรตอบ \(count) ไบต์ แทนที่จะเป็น \(span.count) (\(hex(span)))",
                    "The card answered \(count) bytes instead of \(span.count) (\(hex(span)))."), again)
        case .field("photo"):
            Words(
                Bilingual("รูปถ่ายบนบัตรไม่สมบูรณ์", "The photo on the card is not whole."),
                Bilingual("ลองใหม่ หรืออ่านโดยไม่เอารูปด้วย --no-photo", "Try again, or read without it: --no-photo."))
        case .field(let key):
            Words(Bilingual("ข้อมูล \(key) บนบัตรผิดรูปแบบ", "The card's \(key) is malformed."), again)
        case .answer(let count):
            Words(
                Bilingual("บัตรตอบผิดรูปแบบ (\(count) ไบต์)", "The card gave a malformed answer (\(count) bytes)."), again)
        case .code(let code):
            Words(
                Bilingual(
                    "เครื่องอ่านแจ้งข้อผิดพลาด 0x\(String(code, radix: 16))",
                    "The reader reported error 0x\(String(code, radix: 16))."), again)
        case .badNumbers(let count, let source, let places):
            Words(badNumbers: count, of: source, at: places)
        case .status(let command, let status, let expected):
            Words(command: command, status: status, expected: expected)
        }
    }

    private static func words(_ problem: RecordingProblem) -> Words {
        let check = Bilingual("ตรวจไฟล์ แล้วลองใหม่", "Check the file, and try again.")
        return switch problem {
        case .unreadable(let file, let reason):
            Words(Bilingual("อ่านไฟล์ \(file) ไม่ได้ (\(reason))", "Cannot read \(file): \(reason)."), check)
        case .tooLarge(let file, let limit):
            Words(Bilingual("ไฟล์ \(file) ใหญ่เกิน \(limit) ไบต์", "\(file) is larger than \(limit) bytes."), check)
        case .unrecognised(let file):
            Words(
                Bilingual("ไม่รู้จักรูปแบบของ \(file)", "\(file) is in no format that is known, or in several."),
                Bilingual("ดูรูปแบบที่อ่านได้ด้วย: thaiid trace convert --help", "The formats: thaiid trace convert --help."))
        case .syntax(let file, let line, let column, let expected):
            Words(
                Bilingual(
                    "\(file):\(line):\(column): ผิดรูปแบบ ควรเป็น \(expected)",
                    "\(file):\(line):\(column): expected \(expected)."),
                check)
        case .notRecord(let file, let key):
            Words(
                Bilingual("\(file) ไม่ใช่ระเบียนบัตร (\(key))", "\(file) is no record: \(key) does not fit."),
                Bilingual("ดูรูปแบบด้วย: thaiid schema record", "Its shape: thaiid schema record."))
        case .notEncodable(let file, let field):
            Words(Bilingual("\(file): บัตรเก็บค่า \(field) นี้ไม่ได้", "\(file): a card cannot hold this \(field)."), check)
        case .lacks(let what):
            Words(
                Bilingual("ไฟล์บันทึกไม่มีข้อมูลที่ขอ (\(what))", "The recording lacks what was asked for: \(what)."),
                Bilingual("ขอข้อมูลน้อยลง หรือบันทึกใหม่", "Ask for less, or record the card again."))
        case .badRecord(let file, let line, let key):
            Words(
                Bilingual("\(file):\(line): ไม่ใช่ระเบียนที่ใช้ได้ (\(key))", "\(file):\(line): no usable record (\(key))."),
                Bilingual(
                    "แก้บรรทัดนั้น หรือข้ามด้วย --skip-bad", "Mend that line, or leave such lines out with --skip-bad."))
        case .lacksField(let field):
            Words(
                Bilingual("ไม่มีข้อมูล \(field) ที่รูปแบบนี้ต้องใช้", "There is no \(field), which this format is about."),
                Bilingual("เลือกรูปแบบอื่น", "Choose another format."))
        case .noRecord:
            Words(
                Bilingual("ไม่มีระเบียนให้แปลง", "There is no record to convert."),
                Bilingual("ดูว่าข้อมูลเข้ามีอะไรอยู่", "Look at what was to come in."))
        case .leftOut(let count):
            Words(
                Bilingual(
                    "ข้ามไป \(count) บรรทัดที่ไม่ใช่ระเบียน", "Lines left out, being no usable records: \(count)."),
                Bilingual("ดูบรรทัดเหล่านั้นในไฟล์", "Look at those lines in the file."))
        case .offScript(let step):
            Words(
                Bilingual("ไฟล์บันทึกไม่มีคำสั่งนี้ (ลำดับ \(step))", "The recording has no such command (at step \(step))."), check
            )
        }
    }

    private static func hex(_ span: Range<Int>) -> String {
        "0x\(String(span.lowerBound, radix: 16))+\(span.count)"
    }
}
