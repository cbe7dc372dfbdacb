/// Titles and ranks that are known for what they are.
///
/// No list of them is complete, so none is ever asked whether a title is one where it stands in a
/// title's place. It only finds a title where a name has fewer parts than usual, so that nobody's first
/// name becomes ‘นาย’.
package enum PersonTitle {
    /// Whether a part of a name is a title for certain.
    package static func isKnown(_ text: String, _ language: Language) -> Bool {
        switch language {
        case .thai: isKnownThai(text)
        case .english: isKnownEnglish(text)
        }
    }

    /// A title in letters, with ‘acting’ before or ‘female’ behind it as ranks have them, or an
    /// abbreviation, which no name is.
    private static func isKnownThai(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.last != UInt8(ascii: ".") else { return !text.isEmpty }
        var rank = text[...]
        if rank.utf8.starts(with: acting.utf8) { rank = rank.dropFirst(acting.count).drop { $0 == " " } }
        return thai.contains(String(rank))
            || (rank.hasSuffix(female) && ranks.contains(String(rank.dropLast(female.count))))
            || ranks.contains(String(rank))
    }

    /// Words of which each is known, or an abbreviation.
    private static func isKnownEnglish(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return !words.isEmpty && words.allSatisfy { $0.hasSuffix(".") || english.contains($0.lowercased()) }
    }

    private static let acting = "ว่าที่"
    private static let female = "หญิง"

    private static let thai: Set<String> = [
        "นาย", "นาง", "นางสาว", "เด็กชาย", "เด็กหญิง", "คุณ", "คุณหญิง", "ท่านผู้หญิง", "หม่อม", "หม่อมหลวง",
        "หม่อมราชวงศ์", "หม่อมเจ้า", "พระองค์เจ้า", "พระ", "พระมหา", "พระครู", "พระปลัด", "พระสมุห์", "พระใบฎีกา",
        "พระอธิการ", "สามเณร", "แม่ชี", "บาทหลวง", "นายแพทย์", "แพทย์หญิง", "ทันตแพทย์", "ทันตแพทย์หญิง", "เภสัชกร",
        "เภสัชกรหญิง", "สัตวแพทย์", "สัตวแพทย์หญิง", "ศาสตราจารย์", "รองศาสตราจารย์", "ผู้ช่วยศาสตราจารย์", "อาจารย์",
        "ดอกเตอร์",
    ]

    /// Army, navy, air force and police, from the top down.
    private static let ranks: Set<String> = {
        let bodies = [
            "พล", "พัน", "ร้อย", "จ่าสิบ", "สิบ", "พลเรือ", "นาวา", "เรือ", "พันจ่า", "จ่า", "พลอากาศ", "นาวาอากาศ",
            "เรืออากาศ", "พันจ่าอากาศ", "จ่าอากาศ", "พลตำรวจ", "พันตำรวจ", "ร้อยตำรวจ", "สิบตำรวจ",
        ]
        let graded = bodies.flatMap { body in ["เอก", "โท", "ตรี", "จัตวา"].map { body + $0 } }
        return Set(graded + ["จอมพล", "ดาบตำรวจ", "จ่าสิบตำรวจ", "พลตำรวจ", "พลทหาร"])
    }()

    private static let english: Set<String> = [
        "mr", "mrs", "miss", "ms", "master", "khun", "mom", "dr", "doctor", "prof", "professor", "associate",
        "assistant", "phra", "rev", "reverend", "police", "general", "colonel", "major", "captain", "lieutenant", "sub",
        "acting",
        "second", "first", "sergeant", "corporal", "private", "admiral", "commander", "officer", "marshal", "air",
        "chief", "petty", "flight", "flying", "pilot", "squadron", "leader", "wing", "group", "rear", "vice",
    ]
}
