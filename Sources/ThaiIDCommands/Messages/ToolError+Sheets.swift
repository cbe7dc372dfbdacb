import CardRecord
import ThaiIDCard

extension ToolError {
    /// Why a sheet or a portrait that could be drawn is not on paper or on the screen.
    enum DocumentProblem: Hashable {
        /// The drawing program is not there.
        case noRenderer
        /// It took too long.
        case slowRenderer(seconds: Int)
        /// It ended as it never does by itself: by a signal (no status), or with a status that is not of
        /// the contract or comes without a word.
        case brokenRenderer(status: Int32?)
        /// It refused.
        case refused(DrawingFailure)
        /// It ended with an exit status of the contract, but with words alone.
        case notDrawn(exit: Int32, words: [String])
        /// There is no `lp`.
        case noPrinting
        /// `lp` took too long.
        case slowPrinting(seconds: Int)
        /// The printer has none of this paper, but these.
        case noPaper(String, papers: [String])
        /// `lp` or the printer refuses, in words of their own.
        case notPrinted(String)
        /// The key of the log cannot be read.
        case noKey(file: String, reason: String)
    }
}

extension ToolError.DocumentProblem {
    var identity: FailureKind {
        switch self {
        case .slowRenderer: .limit
        case .refused(let failure): failure.kind
        case .notDrawn(let exit, _): FailureKind(exit: exit) ?? .internal
        case .noRenderer, .brokenRenderer, .noPrinting, .slowPrinting, .noPaper, .notPrinted, .noKey: .write
        }
    }

    var words: Words {
        switch self {
        case .noRenderer:
            Words(
                Bilingual("ไม่พบโปรแกรมวาดเอกสาร thaiid-render", "The drawing program thaiid-render is not there."),
                Bilingual(
                    "วาง thaiid-render ไว้ในโฟลเดอร์เดียวกับ thaiid หรือใน PATH",
                    "Put thaiid-render into the folder of thaiid, or on the PATH."))
        case .slowRenderer(let seconds):
            Words(
                Bilingual(
                    "วาดไม่เสร็จภายใน \(seconds) วินาที จึงหยุด",
                    "The drawing took longer than \(seconds) seconds, and was stopped."),
                Bilingual(
                    "ลองใหม่ หรือทำโดยไม่เอารูปด้วย --no-photo", "Try again, or without the photo: --no-photo."))
        case .brokenRenderer(let status):
            Words(
                Bilingual(
                    "โปรแกรมวาดเอกสารหยุดทำงานกลางคัน (\(status.map { "สถานะ \($0)" } ?? "ถูกสัญญาณให้หยุด"))",
                    "The drawing program broke off (\(status.map { "status \($0)" } ?? "ended by a signal"))."),
                Bilingual(
                    "ลองใหม่ หากยังเป็นอยู่ให้ติดตั้ง thaiid-render รุ่นเดียวกับ thaiid",
                    "Try again; if it stays so, install the thaiid-render of the same release as thaiid."))
        case .refused(let failure):
            Words(
                Bilingual(
                    "วาดไม่สำเร็จ: \(failure.words.problem.thai)", "It was not drawn: \(failure.words.problem.english)"),
                Bilingual("วิธีแก้: \(failure.words.remedy.thai)", failure.words.remedy.english))
        case .notDrawn(_, let words):
            // The program was started in the reader's language, and says what happened, then what to do.
            Words(
                Bilingual("วาดไม่สำเร็จ: \(words.first ?? "")", "It was not drawn: \(words.first ?? "")"),
                Bilingual("วิธีแก้: \(Self.remedy(words))", Self.remedy(words)))
        case .noPrinting:
            Words(
                Bilingual("ไม่พบโปรแกรม lp สำหรับพิมพ์", "The program lp, which prints, is not there."),
                Bilingual(
                    "ติดตั้งด้วย: sudo apt-get install cups-client หรือเขียนลงไฟล์ด้วย -o FILE.pdf",
                    "Install it (sudo apt-get install cups-client), or write a file: -o FILE.pdf."))
        case .slowPrinting(let seconds):
            Words(
                Bilingual(
                    "เครื่องพิมพ์ไม่รับงานภายใน \(seconds) วินาที",
                    "The printer did not take the job within \(seconds) seconds."),
                Self.lookAtPrinters)
        case .noPaper(let paper, let papers):
            Words(
                Bilingual("เครื่องพิมพ์นี้ไม่มีกระดาษ \(paper)", "The printer has no \(paper) paper."),
                Bilingual(
                    "เลือกกระดาษด้วย --paper หรือใช้เครื่องพิมพ์อื่น กระดาษที่มี: \(papers.joined(separator: ", "))",
                    "Choose another with --paper, or another printer. It has: \(papers.joined(separator: ", "))."))
        case .notPrinted(let reason):
            Words(
                Bilingual("พิมพ์ไม่ได้ (\(reason))", "The sheet was not printed: \(reason)"), Self.lookAtPrinters)
        case .noKey(let file, let reason):
            Words(
                Bilingual("อ่านกุญแจของบันทึก \(file) ไม่ได้ (\(reason))", "Cannot read the log's key \(file): \(reason)."),
                Bilingual("ตรวจชื่อไฟล์ของ --log-key และสิทธิ์", "Check the name given with --log-key, and permissions."))
        }
    }

    private static func remedy(_ words: [String]) -> String {
        let line = words.dropFirst().first ?? ""
        return line.hasPrefix("→ ") ? String(line.dropFirst(2)) : line
    }

    private static let lookAtPrinters = Bilingual(
        "ดูเครื่องพิมพ์และสถานะด้วย: lpstat -a -d", "List printers and what they are up to: lpstat -a -d.")
}

extension ToolError.Refusal {
    /// The words of those refusals that concern sheets and portraits.
    static let noPurpose = Words(
        Bilingual("เอกสารต้องระบุวัตถุประสงค์ จึงไม่ได้จัดทำ", "No sheet is made without a purpose."),
        Bilingual(
            "ระบุด้วย --purpose เช่น --purpose 'สมัครสมาชิกห้องสมุด'",
            "State it with --purpose, such as --purpose 'library membership'."))

    static let citizenIDInLog = Words(
        Bilingual(
            "ชื่อผู้จัดทำเอกสารหรือชื่อเครื่องพิมพ์มีเลขประจำตัวประชาชนของผู้ถือบัตรอยู่",
            "The operator's or the printer's name repeats the citizen ID."),
        Bilingual("ใช้ชื่ออื่น เช่น --operator 'โต๊ะ 2'", "Use another, such as --operator 'desk 2'."))

    static func severalForSheet(_ file: String) -> Words {
        Words(
            Bilingual(
                "เอกสารหนึ่งแผ่นใช้กับบัตรใบเดียว แต่ \(file) มีหลายระเบียน",
                "A sheet is of one card; \(file) holds several records."),
            Bilingual(
                "เลือกมาระเบียนเดียว เช่น sed -n 3p FILE | thaiid sheet --from -",
                "Take one out of it, as in: sed -n 3p FILE | thaiid sheet --from -"))
    }

    static let noLogKey = Words(
        Bilingual("ไม่ได้ระบุกุญแจของบันทึก", "The log has no key under which to tell holders apart."),
        Bilingual(
            "ระบุด้วย --log-key FILE โปรแกรมจะสร้างไฟล์ให้หากยังไม่มี และควรเก็บแยกจากบันทึก",
            "Name one with --log-key FILE: it is made if it is not there. Keep it elsewhere than the log."))

    static func openKey(_ file: String) -> Words {
        Words(
            Bilingual("ใครก็อ่านกุญแจของบันทึก \(file) ได้", "Everybody can read the log's key \(file)."),
            Bilingual("จำกัดสิทธิ์ด้วย: chmod 600 \(file)", "Close it: chmod 600 \(file)"))
    }

    static func shortKey(_ file: String, least: Int) -> Words {
        Words(
            Bilingual(
                "กุญแจของบันทึก \(file) สั้นกว่า \(least) ไบต์", "The log's key \(file) has less than \(least) bytes."),
            Bilingual(
                "ระบุไฟล์ที่ยังไม่มี แล้วโปรแกรมจะสร้างกุญแจให้",
                "Name a file that is not there yet: the key is then made."))
    }

    static let portraitNeedsTerminal = Words(
        Bilingual("ผลลัพธ์ไม่ได้ไปที่หน้าจอ จึงไม่แสดงรูป", "The photo is shown on a terminal only."),
        Bilingual("เขียนรูปลงไฟล์ด้วย --photo FILE", "Write it to a file: --photo FILE."))

    static let terminalWithoutPictures = Words(
        Bilingual("หน้าจอนี้แสดงรูปไม่ได้", "This terminal can show no pictures, and its locale is not UTF-8."),
        Bilingual("เขียนรูปลงไฟล์ด้วย --photo FILE", "Write the photo to a file: --photo FILE."))
}
