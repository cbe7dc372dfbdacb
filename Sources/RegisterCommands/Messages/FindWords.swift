import CardFormats
import CardRecord
import ThaiIDCard

/// Who was found.
enum FindWords {
    static func lines(_ answer: JSONValue, _ language: Language) -> [String] {
        let people = answer["people"]?.values ?? []
        guard !people.isEmpty else { return [Bilingual("ไม่พบใคร", "Nobody was found.")[language]] }
        let lines = people.flatMap { Self.lines(of: $0, language) }
        guard answer["complete"] != .bool(true) else { return lines }
        return lines + [
            Bilingual("มีมากกว่านี้ ค้นให้แคบลง หรือเพิ่ม --limit", "There are more: narrow it, or raise --limit.")[language]
        ]
    }

    /// A person in two lines: who it is, and what tells them from others.
    static func lines(of person: JSONValue, _ language: Language) -> [String] {
        let name = person["nameThai"]?["full"]?.string ?? person["nameEnglish"]?["full"]?.string ?? "–"
        let born = ValueText.of(person["birthDate"], Field.birthDate.key, language)
        let address = person["address"]
        let area = [address?["subdistrict"]?.string, address?["district"]?.string, address?["province"]?.string]
            .compactMap { $0 }
        let flags = FlagWords.text(person["flags"], language)
        return [
            "\(SafeText.clean(name))  \(person["citizenID"]?.string ?? "")",
            "    "
                + [
                    Bilingual("เกิด \(born)", "born \(born)")[language], SafeText.clean(area.joined(separator: " ")),
                    flags,
                    person["person"]?.string ?? "",
                ].filter { !$0.isEmpty }.joined(separator: " · "),
        ]
    }
}

/// What stands below a person's record.
enum ShowWords {
    /// As wide as the record's own labels, which stand above.
    private static let labelColumns = 20

    static func lines(_ answer: JSONValue, _ language: Language) -> [String] {
        var lines: [String] = []
        func add(_ label: Bilingual, _ text: String) {
            guard !text.isEmpty else { return }
            lines.append(TerminalColumns.pad(label[language], to: labelColumns) + text)
        }
        add(Bilingual("ข้อสังเกต", "Note"), FlagWords.text(answer["flags"], language))
        for source in answer["sources"]?.values ?? [] where source["kind"]?.string != "card" {
            let fields = (source["fields"]?.values ?? []).compactMap(\.string).map {
                Field.named($0)?.label[language] ?? $0
            }
            let label =
                source["kind"]?.string == "correction"
                ? Bilingual("เจ้าหน้าที่แก้ไข", "Corrected") : Bilingual("ไม่ได้มาจากบัตร", "Not off a card")
            add(
                label,
                [
                    fields.joined(separator: ", "), source["reason"]?.string ?? "", source["officer"]?.string ?? "",
                    TimeText.moment(source["observed"]?.string, language),
                ]
                .filter { !$0.isEmpty }.map(SafeText.clean).joined(separator: " · "))
        }
        add(Bilingual("อยู่ในทะเบียนตั้งแต่", "Known since"), TimeText.moment(answer["firstKnown"]?.string, language))
        let visits = answer["visits"]?.values ?? []
        if let last = visits.first {
            add(
                Bilingual("มาครั้งล่าสุด", "Last visit"),
                "\(TimeText.moment(last["at"]?.string, language)) · \(last["purpose"]?.string ?? "–")")
        }
        add(Bilingual("รหัสในทะเบียน", "Id in the register"), answer["person"]?.string ?? "")
        return lines
    }
}
