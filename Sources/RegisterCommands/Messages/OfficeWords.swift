import CardFormats
import CardRecord
import ThaiIDCard

/// What there is to say of the office: officers, purposes, requests, and how the register is.
enum OfficeWords {
    static func listening(_ path: String, _ language: Language) -> String {
        Bilingual("รอรับที่ \(path)", "Listening at \(path).")[language]
    }

    static func pending(_ answer: JSONValue, _ language: Language) -> [String] {
        let requests = answer["requests"]?.values ?? []
        guard !requests.isEmpty else { return [Bilingual("ไม่มีคำขอค้าง", "Nothing waits for approval.")[language]] }
        return requests.map { request in
            let state = request["approvedBy"]?.string.map {
                Bilingual("อนุมัติแล้วโดย \($0)", "approved by \($0)")[language]
            }
            return [
                "\(request["number"]?.integer ?? 0)", ActWords.text(request["approves"]?.string, language),
                request["requestedBy"]?.string,
                TimeText.moment(request["at"]?.string, language), state,
            ].compactMap { $0 }.joined(separator: " · ")
        }
    }

    static func approve(_ answer: JSONValue, _ language: Language) -> [String] {
        let act = ActWords.text(answer["approves"]?.string, language) ?? ""
        return [
            Bilingual(
                "อนุมัติ \(act) แล้ว ผู้ขอสั่งคำสั่งเดิมอีกครั้งได้ภายใน 24 ชั่วโมง",
                "Approved: \(act). Whoever asked says the same command again within 24 hours.")[language]
        ]
    }

    static func officers(_ answer: JSONValue, _ language: Language) -> [String] {
        (answer["officers"]?.values ?? []).map { officer in
            let roles = (officer["roles"]?.values ?? []).compactMap(\.string).joined(separator: ",")
            return TerminalColumns.pad(officer["account"]?.string ?? "", to: 20)
                + [
                    roles.isEmpty ? Bilingual("(ไม่มีบทบาท)", "(none)")[language] : roles, officer["hours"]?.string,
                    officer["quota"]?.integer.map { Bilingual("วันละ \($0) ครั้ง", "\($0) looks a day")[language] },
                    officer["purposes"]?.values.compactMap(\.string).joined(separator: ","),
                ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
        }
    }

    static func officer(_ answer: JSONValue, _ language: Language) -> [String] {
        let roles = (answer["roles"]?.values ?? []).compactMap(\.string).joined(separator: ", ")
        let account = answer["account"]?.string ?? ""
        return [
            roles.isEmpty
                ? Bilingual("\(account) ไม่มีบทบาทแล้ว", "\(account) has no role any more.")[language]
                : Bilingual("\(account): \(roles)", "\(account): \(roles)")[language]
        ]
    }

    static func purposes(_ answer: JSONValue, _ language: Language) -> [String] {
        let purposes = answer["purposes"]?.values ?? []
        guard !purposes.isEmpty else {
            return [
                Bilingual(
                    "ยังไม่มีวัตถุประสงค์ เพิ่มด้วย thaiid register purpose add",
                    "There is no purpose yet: thaiid register purpose add.")[language]
            ]
        }
        return purposes.flatMap { purpose($0, language) }
    }

    static func purpose(_ purpose: JSONValue, _ language: Language) -> [String] {
        let text = (language == .english ? purpose["english"]?.string : nil) ?? purpose["thai"]?.string ?? ""
        let days = purpose["days"]?.integer ?? 0
        let fields = (purpose["fields"]?.values ?? []).compactMap(\.string).map {
            Field.named($0)?.label[language] ?? $0
        }
        let end = purpose["active"] == .bool(false) ? Bilingual(" (เลิกใช้)", " (retired)")[language] : ""
        return [
            "\(purpose["code"]?.string ?? "")\(end): \(SafeText.clean(text))",
            "    " + Bilingual("เก็บ \(days) วันหลังมาครั้งสุดท้าย", "kept for \(days) days after the last visit")[language],
            "    " + fields.joined(separator: ", "),
        ] + (purpose["basis"]?.string.map { ["    " + SafeText.clean($0)] } ?? [])
    }

    /// The record of processing activities, as far as the register knows.
    static func processing(_ answer: JSONValue, _ language: Language) -> [String] {
        [
            Bilingual("บันทึกรายการกิจกรรมการประมวลผลข้อมูลส่วนบุคคล", "Record of processing activities")[language],
            answer["office"]?.string ?? "",
            Bilingual(
                "ทะเบียนบุคคลจากบัตรประจำตัวประชาชน มี \(answer["people"]?.integer ?? 0) คน",
                "People register filled from ID cards; people: \(answer["people"]?.integer ?? 0)")[language],
            Bilingual(
                "การรักษาความปลอดภัย: ปิดผนึกรายคน กุญแจแยกจากข้อมูล ทุกการดูมีบันทึกต่อเนื่อง",
                "Safeguards: sealed person by person, keys apart from data, every look in a chained log")[language],
            "",
        ] + purposes(answer, language)
    }

    static func shift(_ answer: JSONValue, _ language: Language) -> [String] {
        [
            answer["begun"] == .bool(true)
                ? Bilingual("เริ่มกะแล้ว", "The shift has begun.")[language]
                : Bilingual("จบกะแล้ว", "The shift has ended.")[language]
        ]
    }

    static func doctor(_ answer: JSONValue, _ language: Language) -> [String] {
        func line(_ isWell: Bool, _ text: Bilingual) -> String { (isWell ? "✓ " : "! ") + text[language] }
        let (people, visits, log) = (
            answer["people"]?.integer ?? 0, answer["visits"]?.integer ?? 0, answer["log"]?.integer ?? 0
        )
        var lines = [
            line(
                true,
                Bilingual(
                    "เปิดทะเบียนได้: \(people) คน มา \(visits) ครั้ง บันทึก \(log) บรรทัด",
                    "The register opens. People: \(people), visits: \(visits), lines of log: \(log)."))
        ]
        if answer["recoveryDue"] == .bool(true) {
            lines.append(
                line(
                    false,
                    Bilingual(
                        "ยังไม่ได้ทดสอบใบกู้คืนในปีนี้: thaiid register recovery test",
                        "The recovery sheet was not tested this year: thaiid register recovery test.")))
        }
        if answer["backupDue"] == .bool(true) {
            lines.append(
                line(
                    false,
                    Bilingual(
                        "ไม่มีสำเนาในสัปดาห์นี้: thaiid register backup",
                        "There was no backup this week: thaiid register backup.")))
        }
        if answer["rekeyUnfinished"] == .bool(true) {
            lines.append(
                line(
                    false,
                    Bilingual(
                        "เปลี่ยนกุญแจยังไม่เสร็จ: thaiid register rekey --resume",
                        "A rekey is not finished: thaiid register rekey --resume.")))
        }
        if let count = answer["checkpointsHereOnly"]?.integer, count > 0 {
            lines.append(
                line(
                    false,
                    Bilingual(
                        "จุดตรวจ \(count) จุดยังอยู่แต่ในเครื่องนี้: thaiid register log checkpoint -o ไฟล์",
                        "Checkpoints that have not left this machine: \(count). thaiid register log checkpoint -o FILE."
                    )))
        }
        if answer["open"] == .bool(true) {
            lines.append(
                line(
                    true,
                    Bilingual(
                        "บัญชีเดียวทำได้ทุกอย่าง ไม่มีการบังคับกับบัญชีนี้",
                        "One account may do everything: nothing is enforced against it.")))
        }
        // Nobody has looked at the disk.
        let advice = Bilingual(
            "เข้ารหัสทั้งดิสก์ด้วย (LUKS) กุญแจในเครื่องจึงจะปลอดภัยเมื่อดิสก์หาย",
            "Encrypt the whole disk (LUKS) as well: that guards the key file when the disk is stolen.")
        return lines + ["  " + advice[language]]
    }
}
