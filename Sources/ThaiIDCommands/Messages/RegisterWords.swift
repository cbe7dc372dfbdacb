import RegisterProgram
import ThaiIDCard

/// What a person is told of a record that the register has saved: one line.
enum RegisterWords {
    static func line(_ answer: SaveAnswer) -> Bilingual {
        let flags = answer.flags.filter { !isSaid($0, by: answer) }.map(flag)
        let said = [outcome(answer)] + flags
        return Bilingual(
            "ทะเบียน: " + said.map(\.thai).joined(separator: " · "),
            "Register: " + said.map(\.english).joined(separator: " · "))
    }

    private static func outcome(_ answer: SaveAnswer) -> Bilingual {
        switch answer.outcome {
        case .new: return Bilingual("คนใหม่ บันทึกแล้ว", "new person, saved")
        case .known: return Bilingual("รู้จักแล้ว ข้อมูลเหมือนเดิม", "known, nothing has changed")
        case .again: return Bilingual("บันทึกการอ่านครั้งนี้ไว้แล้ว", "this read was saved before")
        case .saved: return Bilingual("บันทึกแล้ว", "saved")
        case .changed:
            let labels = Field.all.filter { answer.changed.contains($0.key) }.map(\.label)
            guard !labels.isEmpty else { return Bilingual("รู้จักแล้ว ข้อมูลเปลี่ยน", "known, with changes") }
            return Bilingual(
                "รู้จักแล้ว เปลี่ยน: " + labels.map(\.thai).joined(separator: ", "),
                "known, changed: " + labels.map(\.english).joined(separator: ", "))
        }
    }

    /// Whether the changes that were named say it already.
    private static func isSaid(_ flag: SaveAnswer.Flag, by answer: SaveAnswer) -> Bool {
        guard answer.outcome == .changed else { return false }
        return switch flag {
        case .nameChanged: answer.changed.contains { [Field.nameThai.key, Field.nameEnglish.key].contains($0) }
        case .addressChanged: answer.changed.contains(Field.address.key)
        case .reissued, .olderCard, .expired, .identityConflict: false
        }
    }

    private static func flag(_ flag: SaveAnswer.Flag) -> Bilingual {
        switch flag {
        case .nameChanged: Bilingual("เคยเปลี่ยนชื่อ", "the name has changed before")
        case .addressChanged: Bilingual("เคยย้ายที่อยู่", "the address has changed before")
        case .reissued: Bilingual("ออกบัตรใหม่", "a new card")
        case .olderCard:
            Bilingual("มีบัตรที่ใหม่กว่าในทะเบียน", "an older card than the one that is known")
        case .expired: Bilingual("บัตรหมดอายุ", "the card has expired")
        case .identityConflict:
            Bilingual(
                "เลขเดียวกันแต่ชื่อและวันเกิดเป็นของคนอื่น ต้องให้คนตัดสิน: thaiid register conflicts",
                "same number, but another's name and birth date; a person has to decide: thaiid register conflicts")
        }
    }
}
