import ArgumentParser
import CardFormats
import CardRecord
import DeskConfig
import DrawingProgram
import Host
import RecordFiles
import RecordSeal
import Register
import ThaiIDCard

/// What keeps a command from asking the register, or from saying what it answered.
struct CommandFault: Error {
    let report: ErrorReport

    private init(_ kind: FailureKind, _ problem: Bilingual, _ remedy: Bilingual, listing: [String] = []) {
        report = ErrorReport(kind, Words(problem, remedy, listing: listing))
    }

    static let seeHelp = Bilingual("ดูตัวเลือกด้วย --help", "See --help for the options.")

    static let notCitizenID = CommandFault(
        .usage, Bilingual("ไม่ใช่เลขประจำตัวประชาชน 13 หลัก", "That is no citizen ID of 13 digits."),
        Bilingual("พิมพ์ตัวเลข 13 หลัก หรือใช้ --from-card", "Type 13 digits, or use --from-card."))

    static let noRecord = CommandFault(
        .recording, Bilingual("ไม่ได้รับข้อมูลบัตร", "No record was handed over."),
        Bilingual("สั่งผ่าน thaiid register", "Start it through thaiid register."))

    static func noTerminal(_ question: Bilingual) -> CommandFault {
        func bare(_ text: String) -> String { text.hasSuffix(":") ? String(text.dropLast()) : text }
        return CommandFault(
            .usage,
            Bilingual(
                "ไม่มีจอให้ถาม: \(bare(question.thai))", "There is no terminal to ask on: \(bare(question.english))"),
            Bilingual("ใส่คำตอบเป็นตัวเลือก หรือทาง stdin", "Give the answer as an option, or on standard input."))
    }

    static func storeName(_ name: String) -> CommandFault {
        CommandFault(
            .usage, Bilingual("ไม่รู้จักที่เก็บทะเบียนนี้: \(name)", "No such kind of store: \(name)"),
            Bilingual("ใช้ --store sqlite:โฟลเดอร์", "Use --store sqlite:FOLDER."))
    }

    static func badOption(_ name: String) -> CommandFault {
        CommandFault(.usage, Bilingual("ค่านี้ใช้ไม่ได้: \(name)", "That is no value for it: \(name)"), seeHelp)
    }

    /// Of a table: a cell, by its column's meaning, or the shape of the row.
    static func badCell(_ name: String) -> CommandFault {
        CommandFault(
            .recording, Bilingual("ใช้ไม่ได้ (\(name))", "not usable (\(name))"),
            Bilingual("แก้แถวนี้ในตาราง", "Mend the row in the table."))
    }

    static func noColumn(_ name: String, of path: String) -> CommandFault {
        CommandFault(
            .recording,
            Bilingual("ตารางไม่มีคอลัมน์ \(name): \(path)", "The table has no column \(name): \(path)"),
            Bilingual("ระบุคอลัมน์ด้วย --map citizenID=ชื่อคอลัมน์,…", "Name the columns: --map citizenID=COLUMN,…"))
    }

    static let noHome = CommandFault(
        .usage, Bilingual("ไม่ทราบโฟลเดอร์ของผู้ใช้", "There is no folder of the user's."),
        Bilingual("ใส่ --store และ --key-file", "Say --store and --key-file."))

    static func keyInStore(_ path: String) -> CommandFault {
        CommandFault(
            .refused,
            Bilingual("กุญแจอยู่ในโฟลเดอร์เดียวกับข้อมูล: \(path)", "The key would lie with what it locks: \(path)"),
            Bilingual("วางกุญแจไว้นอกโฟลเดอร์ทะเบียน", "Keep the key outside the store's folder."))
    }

    static let settingsHaveRegister = CommandFault(
        .refused,
        Bilingual("การตั้งค่ามีทะเบียนอยู่แล้ว", "The settings name a register already."),
        Bilingual(
            "ลบส่วน [register] ใน config.toml ก่อน ถ้าต้องการทะเบียนใหม่",
            "Take [register] out of config.toml first, if a new one is meant."))

    static let passphrasesDiffer = CommandFault(
        .refused, Bilingual("รหัสผ่านสองครั้งไม่ตรงกัน", "The two passphrases differ."),
        Bilingual("เริ่มใหม่อีกครั้ง ยังไม่มีอะไรถูกสร้าง", "Begin again; nothing has been made."))

    static let notAgreed = CommandFault(
        .refused, Bilingual("ไม่ได้ยืนยัน จึงไม่ทำอะไร", "Not confirmed, so nothing was done."),
        Bilingual("ตอบ ใช่ หรือใช้ --yes", "Answer yes, or use --yes."))

    static let otherKey = CommandFault(
        .key, Bilingual("คำเหล่านี้เป็นของกุญแจอื่น", "These are the words of another key."),
        Bilingual(
            "หาใบกู้คืนของทะเบียนนี้ หรือพิมพ์ใบใหม่ด้วย recovery print",
            "Find this register's sheet, or print it anew: recovery print."))

    static func oneFolder(_ path: String) -> CommandFault {
        CommandFault(
            .refused,
            Bilingual("ข้อมูลกับกุญแจจะอยู่โฟลเดอร์เดียวกัน: \(path)", "People and keys would lie in one folder: \(path)"),
            Bilingual(
                "แยกสองโฟลเดอร์: สำเนาข้อมูลเก็บได้นาน สำเนากุญแจเก็บไม่เกิน 30 วัน",
                "Take two: copies of people may be kept for years, copies of keys for 30 days."))
    }

    /// - Parameter faults: those that are listed, of so many.
    static func badLines(_ faults: [Bilingual], of count: Int) -> CommandFault {
        CommandFault(
            .recording,
            Bilingual(
                "มี \(count) บรรทัดที่ใช้ไม่ได้ จึงไม่นำเข้าเลย",
                "Lines that are wrong: \(count). Nothing was taken in."),
            Bilingual("แก้บรรทัดเหล่านี้แล้วนำเข้าใหม่", "Mend these lines, then import again."),
            listing: faults.map { $0[RegisterMain.language] })
    }

    static func unwritable(_ path: String, _ reason: SystemError) -> CommandFault {
        CommandFault(
            .write, Bilingual("เขียนไม่ได้: \(path) (\(reason))", "Cannot write \(path): \(reason)."),
            Bilingual("ดูเนื้อที่ดิสก์และสิทธิ์", "Look at the disk's room and at permissions."))
    }

    static func notDrawn(_ error: DrawingProgramError) -> CommandFault {
        if case .refused(let failure) = error { return CommandFault(report: ErrorReport(failure)) }
        return CommandFault(
            .write, Bilingual("วาดเอกสารไม่ได้", "The page could not be drawn."),
            Bilingual(
                "ตรวจว่ามี thaiid-render อยู่ข้าง thaiid หรือใช้ชื่อไฟล์ .txt",
                "See that thaiid-render is beside thaiid, or use a file name that ends in .txt."))
    }

    private init(report: ErrorReport) { self.report = report }
}

extension CommandFault {
    /// Of a file.
    init(_ failure: FileFailure) {
        switch failure {
        case .exists(let path):
            self.init(
                .refused, Bilingual("มีไฟล์นี้อยู่แล้ว: \(path)", "There is such a file already: \(path)"),
                Bilingual("ใช้ชื่ออื่น", "Take another name."))
        case .link(let path), .notFile(let path):
            self.init(
                .refused, Bilingual("ไม่ใช่ไฟล์ธรรมดา: \(path)", "That is no plain file: \(path)"),
                Bilingual("ใช้ชื่ออื่น", "Take another name."))
        case .tooLarge(let path, let limit):
            self.init(
                .limit, Bilingual("ไฟล์ใหญ่เกิน \(limit) ไบต์: \(path)", "Larger than \(limit) bytes: \(path)"),
                Bilingual("ตรวจว่าเป็นไฟล์ที่ต้องการ", "See that it is the right file."))
        case .unreadable(let path, let reason):
            self.init(
                .recording, Bilingual("อ่านไม่ได้: \(path) (\(reason))", "Cannot read \(path): \(reason)."),
                Bilingual("ดูชื่อไฟล์และสิทธิ์", "Look at the name and at permissions."))
        case .unwritable(let path, let reason): self = .unwritable(path, reason)
        }
    }

    /// Of records that come in.
    init(_ error: RecordFilesError) {
        switch error {
        case .file(let failure): self.init(failure)
        case .format(.needs(option: let option)): self = .badOption("--\(option)")
        case .badRecord(let file, let line, let key):
            self.init(
                .recording,
                Bilingual(
                    "\(file) บรรทัด \(line): ใช้ไม่ได้ (\(key))", "\(file), line \(line): no usable record (\(key))."),
                Bilingual("แต่ละบรรทัดต้องเป็นระเบียนของ thaiid", "Each line has to be a record of thaiid's."))
        default:
            self.init(
                .recording, Bilingual("ใช้ระเบียนไม่ได้ (\(error))", "The records cannot be used (\(error))."),
                Bilingual("แต่ละบรรทัดต้องเป็นระเบียนของ thaiid", "Each line has to be a record of thaiid's."))
        }
    }

    /// Of settings that are not understood.
    init(_ fault: SettingsFault) {
        let place =
            switch fault.place {
            case .option(let name), .variable(let name): name
            case .file(let path, let line): line.map { "\(path):\($0)" } ?? path
            }
        self.init(
            .usage, Bilingual("การตั้งค่าผิด: \(place)", "The settings are wrong: \(place)"),
            Bilingual("ดูที่ผิดด้วย thaiid config check", "See what is wrong: thaiid config check."))
    }

    /// Of settings that were to be written.
    init(_ error: SettingsWriteError) {
        switch error {
        case .fault(let fault): self.init(fault)
        case .isThere, .notPlain: self = .settingsHaveRegister
        case .file(let failure): self.init(failure)
        }
    }

    /// Of the register's key.
    init(_ error: KeyPlaceError) {
        let remedy = Bilingual(
            "ถ้ากุญแจหาย สร้างใหม่จากใบกู้คืน: thaiid register recovery use",
            "If the key is lost, make it again from the recovery sheet: thaiid register recovery use.")
        switch error {
        case .file(let failure): self.init(.key, CommandFault(failure).report.words.problem, remedy)
        case .openToOthers(let path):
            self.init(
                .key, Bilingual("คนอื่นเปิดไฟล์กุญแจได้: \(path)", "Others can open the key's file: \(path)"),
                Bilingual("chmod 400 ไฟล์นั้น แล้วดูว่าใครอ่านไปแล้วบ้าง", "chmod 400 it, and think of who has read it."))
        case .noKey(let path):
            self.init(.key, Bilingual("ไม่ใช่ไฟล์กุญแจ: \(path)", "That is no key's file: \(path)"), remedy)
        case .noCredentials, .notOurs:
            self.init(
                .key, Bilingual("systemd ไม่ได้ส่งกุญแจมา", "The service manager handed over no key."),
                Bilingual("ดู LoadCredentialEncrypted= ของหน่วยบริการ", "See LoadCredentialEncrypted= of the unit."))
        case .needsPassphrase, .wrongPassphrase:
            self.init(.key, Bilingual("รหัสผ่านไม่ถูก", "That is not the passphrase."), remedy)
        case .shortPassphrase(let least):
            self.init(
                .refused, Bilingual("รหัสผ่านสั้นเกินไป", "The passphrase is too short."),
                Bilingual("ใช้ \(least) ตัวขึ้นไป", "Take \(least) characters at least."))
        case .noMemory:
            self.init(
                .key, Bilingual("หน่วยความจำไม่พอสำหรับรหัสผ่าน", "There is not the memory that a passphrase takes."),
                Bilingual("ปิดโปรแกรมอื่น", "Close other programs."))
        }
    }

    /// Of words that are typed off the sheet.
    init(_ error: RecoveryError) {
        let words: Bilingual
        switch error {
        case .count(let count): words = Bilingual("มี \(count) คำ ต้องมี 14 คำ", "\(count) words, and it takes 14.")
        case .group(let number): words = Bilingual("คำที่ \(number) พิมพ์ผิด", "Word \(number) is mistyped.")
        case .swapped(let one, let other):
            words = Bilingual("คำที่ \(one) กับ \(other) สลับกัน", "Words \(one) and \(other) have changed places.")
        case .checksum: words = Bilingual("คำเหล่านี้รวมกันไม่เป็นกุญแจ", "Together these words are no key.")
        }
        self.init(.key, words, Bilingual("เทียบกับใบกู้คืนอีกครั้ง", "Compare with the sheet again."))
    }
}
