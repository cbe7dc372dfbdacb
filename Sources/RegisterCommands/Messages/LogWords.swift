import CardFormats
import CardRecord
import ThaiIDCard

/// What the log says.
enum LogWords {
    static func line(_ entry: JSONValue, _ language: Language) -> String {
        let fields = (entry["fields"]?.values ?? []).count
        return [
            "\(entry["n"]?.integer ?? 0)", TimeText.moment(entry["at"]?.string, language), entry["account"]?.string,
            ActWords.text(entry["act"]?.string, language), entry["purpose"]?.string, entry["reference"]?.string,
            entry["subject"]?.string.map { String($0.prefix(8)) },
            fields > 0 ? Bilingual("\(fields) ข้อมูล", "fields: \(fields)")[language] : nil,
            entry["result"]?.string == "ok" ? nil : entry["result"]?.string,
        ].compactMap { $0 }.map(SafeText.clean).joined(separator: " · ")
    }

    static func verified(_ answer: JSONValue, _ language: Language) -> [String] {
        let (entries, checkpoints, outside) = (
            answer["entries"]?.integer ?? 0, answer["checkpoints"]?.integer ?? 0, answer["outside"]?.integer ?? 0
        )
        var lines = [
            Bilingual(
                "ตรวจ \(entries) บรรทัด จุดตรวจ \(checkpoints) จุด จากภายนอก \(outside) จุด",
                "Looked at \(entries) lines, \(checkpoints) checkpoints here, \(outside) from elsewhere.")[language]
        ]
        lines += (answer["findings"]?.values ?? []).map { finding in
            let place = finding["n"]?.integer.map { Bilingual("บรรทัด \($0): ", "line \($0): ")[language] } ?? ""
            let words = finding["code"]?.string.flatMap(FindingWord.init(rawValue:))?.words[language]
            let detail = finding["detail"]?.string.map { " (\($0))" } ?? ""
            return "  \(place)\(words ?? finding["code"]?.string ?? "")\(detail)"
        }
        if answer["whole"] == .bool(true) {
            lines.append(Bilingual("บันทึกครบและไม่ถูกแก้ไข", "The log is whole.")[language])
        }
        if outside == 0 {
            lines.append(
                Bilingual(
                    "ไม่มีจุดตรวจจากภายนอก จึงพิสูจน์ได้แต่อุบัติเหตุ ไม่ใช่การทุจริต",
                    "Without a checkpoint from elsewhere this proves accidents, not fraud.")[language])
        }
        return lines
    }

    static func checkpoint(_ answer: JSONValue, _ language: Language) -> [String] {
        [
            Bilingual(
                "จุดตรวจที่ \(answer["n"]?.integer ?? 0) นำออกจากเครื่องนี้",
                "Checkpoint \(answer["n"]?.integer ?? 0): take it off this machine.")[language],
            answer["key"]?.string ?? "",
        ]
    }
}
