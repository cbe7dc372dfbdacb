import CardFormats
import CardQuality
import CardRecord
import ThaiIDCard

/// What was changed.
enum ChangeWords {
    static let eraseQuestion = Bilingual(
        "ลบบุคคลนี้ถาวร กู้คืนไม่ได้ ยืนยันหรือไม่", "Erase this person for good? Nothing brings it back.")

    static func correct(_ answer: JSONValue, _ language: Language) -> [String] {
        let label = answer["field"]?.string.flatMap { Field.named($0)?.label[language] } ?? ""
        return [
            Bilingual(
                "แก้ไข\(label)แล้ว สิ่งที่บัตรบอกยังอยู่ในประวัติ", "\(label): corrected. What the card said is in the history.")[
                    language]
        ]
    }

    static func link(_ answer: JSONValue, _ language: Language) -> [String] {
        [
            Bilingual(
                "เชื่อมแล้ว เลขเดิมจะพบคนใหม่ ยกเลิกได้ด้วย unlink",
                "Linked: the old number finds the new person. Undo: unlink.")[language]
        ]
    }

    static func unlink(_ answer: JSONValue, _ language: Language) -> [String] {
        [Bilingual("แยกออกจากกันแล้ว", "They are two again.")[language]]
    }

    static func erase(_ answer: JSONValue, _ language: Language) -> [String] {
        [
            Bilingual(
                "ลบแล้ว สำเนากุญแจที่เก่ากว่า 30 วันต้องไม่เหลืออยู่", "Erased. No copy of the keys older than 30 days may be left.")[
                    language]
        ]
    }

    static func purge(_ answer: JSONValue, _ language: Language) -> [String] {
        let count = answer["people"]?.integer ?? 0
        let isDry = answer["dryRun"] == .bool(true)
        let byPurpose = (answer["byPurpose"]?.members ?? []).map { "  \($0.name): \($0.value.integer ?? 0)" }
        return [
            isDry
                ? Bilingual("ครบกำหนดเก็บ \(count) คน ยังไม่ได้ลบ", "People past their time: \(count). Nobody was erased.")[
                    language]
                : Bilingual("ลบคนที่ครบกำหนดเก็บแล้ว \(count) คน", "People past their time, now erased: \(count).")[
                    language]
        ] + byPurpose
    }

    static func conflicts(_ answer: JSONValue, _ language: Language) -> [String] {
        if let accepted = answer["accepted"] {
            return [
                accepted == .bool(true)
                    ? Bilingual("ตัดสินแล้ว: คนเดียวกัน", "Decided: the same person.")[language]
                    : Bilingual("ตัดสินแล้ว: คนละคน ข้อมูลเดิมไม่เปลี่ยน", "Decided: somebody else; nothing changes.")[language]
            ]
        }
        let conflicts = answer["conflicts"]?.values ?? []
        guard !conflicts.isEmpty else { return [Bilingual("ไม่มีเรื่องค้าง", "Nothing waits for a decision.")[language]] }
        return conflicts.flatMap { conflict -> [String] in
            let other = conflict["other"]
            return FindWords.lines(of: conflict["known"] ?? .null, language) + [
                "    "
                    + Bilingual("แต่บัตรที่อ่านเมื่อ ", "but a card read on ")[language]
                    + TimeText.moment(other?["observed"]?.string, language) + ": "
                    + ValueText.of(other?["nameThai"], Field.nameThai.key, language) + ", "
                    + ValueText.of(other?["birthDate"], Field.birthDate.key, language),
                "    --card \(conflict["observation"]?.string ?? "")",
            ]
        }
    }

    static func export(_ answer: JSONValue, _ language: Language) -> [String] {
        let count = answer["people"]?.integer ?? 0
        return [Bilingual("ส่งออก \(count) คน", "People exported: \(count).")[language]]
    }
}

/// How good the data are.
enum QualityWords {
    static func lines(_ answer: JSONValue, _ language: Language) -> [String] {
        let people = answer["people"]?.integer ?? 0
        guard people > 0 else { return [Bilingual("ยังไม่มีใครในทะเบียน", "Nobody is in the register yet.")[language]] }
        func share(_ field: JSONValue, _ name: String) -> String {
            let percent = Double(field[name]?.integer ?? 0) * 100 / Double(people)
            let tenths = Int((percent * 10).rounded(.down))
            return "\(tenths / 10).\(tenths % 10) %"
        }
        let columns = [22, 12, 12, 12]
        func row(_ cells: [String]) -> String {
            let line = zip(cells, columns).map { cell, width in TerminalColumns.pad(cell, to: width) }.joined()
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        var lines = [
            Bilingual("\(people) คน", "People: \(people)")[language],
            row([
                "", Bilingual("ครบ", "complete")[language], Bilingual("ถูก", "correct")[language],
                Bilingual("ปัจจุบัน", "current")[language],
            ]),
        ]
        lines += (answer["fields"]?.values ?? []).map { field in
            let key = field["field"]?.string ?? ""
            return row([
                Field.named(key)?.label[language] ?? key, share(field, "complete"), share(field, "correct"),
                share(field, "current"),
            ])
        }
        let checks = answer["checks"]?.members ?? []
        lines += checks.isEmpty ? [] : [Bilingual("สิ่งที่พบ", "What was found")[language]]
        lines += checks.map { check in
            let words = Check.all.first { $0.code == check.name }?.words[language]
            return "  \(check.value.integer ?? 0)  \(words.map { "\($0) (\(check.name))" } ?? check.name)"
        }
        let work = answer["work"]?.values ?? []
        lines += work.isEmpty ? [] : [Bilingual("ขอบัตรในครั้งหน้า", "Ask for the card at the next visit")[language]]
        lines += work.map { item in
            let codes = (item["checks"]?.values ?? []).compactMap(\.string)
            return "  \(item["person"]?.string ?? "") "
                + (codes + [FlagWords.text(item["flags"], language)]).filter { !$0.isEmpty }.joined(separator: " · ")
        }
        return lines
    }
}
