import CardFormats
import CardRecord
import SmartCard
import Testing
import ThaiIDCard
import VirtualCard

/// The record's choice of fields, its masks, its states, and its words for people.
@Suite struct RecordTests {
    private static let read = Record.Read(
        at: "2026-11-23T09:41:07+07:00", source: .virtual, reader: nil, atr: "3B00", exchanges: 46, milliseconds: 812)

    private static func record(_ card: IDCard = SampleCard.card, _ keys: String..., masked: Bool = false) -> Record {
        let fields = keys.isEmpty ? Field.all.filter { $0.sensitivity != .guarded } : keys.compactMap(Field.named)
        return Record(read: read, card: card, fields: fields, for: masked ? .masked : .desk)
    }

    private static func value(_ key: String, _ card: IDCard, _ language: Language, masked: Bool = false) -> String {
        let line = record(card, key, masked: masked).text(in: language).split(separator: "\n").first ?? ""
        let label = Field.named(key)?.label[language] ?? ""
        return String(line.unicodeScalars.dropFirst(label.unicodeScalars.count + 2))
    }

    @Test func fieldsStandInTheOrderOfTheTable() throws {
        let json = Self.record(SampleCard.card, "sex", "citizenID", "birthDate", "citizenID").json
        #expect(try #require(json["card"]).line.hasPrefix("{\"citizenID\":\"1000000000009\",\"birthDate\":{"))
        #expect(json["chip"] == nil && json["health"] == nil)
    }

    @Test func readIsToldAsItWas() throws {
        let expected = """
            {"at":"2026-11-23T09:41:07+07:00","source":"virtual","reader":null,"atr":"3B00","exchanges":46,"milliseconds":812}
            """
        #expect(try #require(Self.record().json["read"]).line == expected)
        #expect(Self.record().json["schema"] == "thaiid.record/1")
    }

    @Test func maskHidesWhatIdentifiesAPersonEverywhere() {
        let record = Self.record(masked: true)
        #expect(record.json["card"]?["citizenID"] == "x-xxxx-xxxxx-00-9")
        #expect(record.json["card"]?["issuerCode"] == "x-xxxx-xxxxx-00-5")
        for text in [record.json.line, record.text(in: .thai), record.text(in: .english)] {
            #expect(!text.contains("100000000000") && !text.contains("1 0000 00000"))
            #expect(!text.contains("300000000000"))
            #expect(text.contains("x-xxxx-xxxxx-00-9"))
        }
    }

    /// Three characters and fewer are all of what there is to hide.
    @Test(arguments: ["123", "12", "1"])
    func maskHidesShortNumbersToo(_ number: String) {
        var card = SampleCard.card
        card.issuerCode = .value(number)
        let masked = Self.record(card, masked: true).json["card"]?["issuerCode"]?.string
        #expect(masked == String(repeating: "x", count: number.count))
    }

    @Test func statesNameEveryFieldThatIsNoPlainValue() throws {
        var card = SampleCard.card
        card.birthDate = .partial(PartialDate(raw: "25330000"))
        card.issuer = .blank
        card.chip.laserNumber = .failed(.noAnswer)
        card.health.issueDate = .blank
        card.health.mainHospital = .value("x")
        let json = Self.record(card).json
        #expect(
            try #require(json["states"]).line
                == #"{"birthDate":"partial","issuer":"blank","chip.laserNumber":"failed","health.issueDate":"blank"}"#)
        #expect(json["card"]?["issuer"] == .null && json["chip"]?["laserNumber"] == .null)
        #expect(json["card"]?["birthDate"]?["iso"] == "1990")
    }

    @Test func groupThatTheCardLacksIsNull() {
        var card = SampleCard.card
        card.absentApplets = [.health, .cardStock]
        card.chip.laserNumber = .blank
        let json = Self.record(card).json
        #expect(json["health"] == .null)
        #expect(json["chip"]?["laserNumber"] == .null)
        #expect(json["chip"]?["serialNumber"] == "0011223344556677")
        #expect(json["states"]?["chip.laserNumber"] == "blank")
        card.absentApplets = [.health, .cardStock, .cardManager]
        #expect(Self.record(card).json["chip"] == .null)
        #expect(Self.record(card).json["states"]?["chip.laserNumber"] == nil)
    }

    @Test(arguments: [
        ("25330415", "15 เมษายน 2533 (ค.ศ. 1990) · อายุ 36 ปี", "15 April 1990 (B.E. 2533) · aged 36"),
        ("25330400", "เมษายน 2533 (ค.ศ. 1990) ไม่ทราบวันที่ · อายุ 36 ปี", "April 1990 (B.E. 2533) day unknown · aged 36"),
        (
            "25330000", "พ.ศ. 2533 (ค.ศ. 1990) ไม่ทราบวันและเดือน · อายุ 35–36 ปี",
            "1990 (B.E. 2533) day and month unknown · aged 35 to 36"
        ),
        ("00000000", "ไม่ทราบ", "unknown"), ("25331345", "25331345 (ไม่มีในปฏิทิน)", "25331345 (no such date)"),
        ("25691123", "23 พฤศจิกายน 2569 (ค.ศ. 2026) · อายุ 0 ปี", "23 November 2026 (B.E. 2569) · aged 0"),
        ("25691124", "24 พฤศจิกายน 2569 (ค.ศ. 2026)", "24 November 2026 (B.E. 2569)"),
    ])
    func birthIsToldInBothCalendarsWithTheAge(_ raw: String, _ thai: String, _ english: String) {
        var card = SampleCard.card
        card.birthDate = .value(PartialDate(raw: raw))
        card.issueDate = .blank
        #expect(Self.value("birthDate", card, .thai) == thai)
        #expect(Self.value("birthDate", card, .english) == english)
    }

    @Test(arguments: [
        ("25750414", "14 เมษายน 2575 (ค.ศ. 2032) · ยังไม่หมดอายุ", "14 April 2032 (B.E. 2575) · valid"),
        ("25650414", "14 เมษายน 2565 (ค.ศ. 2022) · หมดอายุแล้ว", "14 April 2022 (B.E. 2565) · EXPIRED"),
        ("99999999", "ตลอดชีพ", "lifelong"),
        (
            "26030415", "15 เมษายน 2603 (ค.ศ. 2060) · ใช้ได้ตลอดชีพ (ยังไม่หมดอายุเมื่ออายุครบ 70 ปี)",
            "15 April 2060 (B.E. 2603) · valid for life (not expired at age 70)"
        ),
    ])
    func expiryIsSaidInWords(_ raw: String, _ thai: String, _ english: String) {
        var card = SampleCard.card
        card.expiryDate = .value(PartialDate(expiry: raw))
        #expect(Self.value("expiryDate", card, .thai) == thai)
        #expect(Self.value("expiryDate", card, .english) == english)
    }

    @Test func statesAreToldInWords() {
        var card = SampleCard.card
        card.issuer = .blank
        #expect(Self.value("issuer", card, .english) == "(blank on the card)")
        card.issuer = .failed(.noAnswer)
        #expect(Self.value("issuer", card, .thai) == "(อ่านไม่ได้)")
        card.issuer = .notRead
        #expect(Self.value("issuer", card, .english) == "(not read)")
        card.sex = .partial(Sex(raw: "3"))
        #expect(Self.value("sex", card, .thai) == "ไม่ทราบ (3)")
    }

    @Test(arguments: Language.allCases)
    func valuesStandInOneColumn(_ language: Language) {
        let lines = Self.record().text(in: language).split(separator: "\n").map(String.init)
        let labels = Field.all.map { $0.label[language] }.sorted { $0.count > $1.count }
        let starts = lines.compactMap { line -> Int? in
            guard let label = labels.first(where: { line.hasPrefix($0 + "  ") }) else { return nil }
            return TerminalColumns.count(label) + line.dropFirst(label.count).prefix { $0 == " " }.count
        }
        #expect(starts.count >= 15)
        #expect(Set(starts).count == 1)
    }

    @Test(arguments: Schema.allCases)
    func schemaIsJSONOfItsDraft(_ schema: Schema) throws {
        let json = try #require(JSONValue(parsing: Array(schema.text.utf8)))
        #expect(json["$schema"] == "https://json-schema.org/draft/2020-12/schema")
        #expect(json["properties"]?["schema"]?["const"]?.string == schema.id)
    }
}
