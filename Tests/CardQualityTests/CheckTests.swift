import CardRecord
import Testing
import ThaiIDCard
import VirtualCard

@testable import CardQuality

/// The table of checks: each finds its example, and nothing where there is nothing to find.
@Suite struct CheckTests {
    private static let read = Record.Read(
        at: "2026-11-23T09:41:07+07:00", source: .virtual, reader: nil, atr: "3B00", exchanges: 46, milliseconds: 812)

    /// The sample card, of which nothing but the numbers and the names of places shows that it is made up.
    private static let sample = CheckedCard(Record(read: read, card: SampleCard.card, fields: Field.all))

    /// The sample card at a place that is there, with a number of the province's district 00, which none has.
    private static let good: CheckedCard = {
        var good = sample
        good.card.address = .value(
            Address([
                .houseNumber: "99/1", .road: "ถนนตัวอย่าง", .subdistrict: "แขวงบางนาใต้", .district: "เขตบางนา",
                .province: "กรุงเทพมหานคร",
            ]))
        let numbers = (0...9).compactMap { CitizenID("110000000000\($0)") }
        good.card.citizenID = numbers.first(where: \.hasValidCheckDigit).map { .value($0) } ?? .blank
        return good
    }()

    private static func codes(_ card: CheckedCard) -> [String] { card.findings.map(\.check.code) }

    @Test func goodCardPasses() { #expect(Self.codes(Self.good) == []) }

    @Test func sampleCardIsSeenToBeMadeUp() { #expect(Self.codes(Self.sample) == ["id-office", "area-unknown"]) }

    @Test(arguments: Check.all.map(\.code))
    func checkFindsItsExample(_ code: String) throws {
        let check = try #require(Check.all.first { $0.code == code })
        #expect(check.finding(in: Self.good) == nil)
        let finding = try #require(check.finding(in: check.example(of: Self.good)))
        #expect(finding.json["code"]?.string == code && finding.json["field"]?.string == check.field)
        #expect(finding.json["severity"]?.string == check.severity.rawValue)
        for language in Language.allCases { #expect(!finding.words[language].isEmpty) }
    }

    /// An example shows its own check and no more than what goes with it.
    @Test func examplesAreOfOneKind() {
        let company: [String: Set<String>] = [
            "id-check": ["id-office"], "id-class-foreign": ["id-office"], "id-class-9": ["id-office"],
            "birth-calendar": ["id-office"], "title-sex": ["english-title"], "title-age": ["english-title"],
            "expiry-before-issue": ["expired"],
        ]
        for check in Check.all {
            let found = Set(Self.codes(check.example(of: Self.good))).subtracting([check.code])
            #expect(found == company[check.code] ?? [], "\(check.code)")
        }
    }

    /// Names as they are, and what they turn into by a slip.
    @Test(
        arguments: [
            ("ณัฐธิดา", true), ("สิทธิ์", true), ("พันธุ์ทิพย์", true), ("น้ำทิพย์", true), ("เกาะแก้ว", true), ("ฤๅษี", true),
            ("ก็ดี", true), ("โต๊ะ", true), ("นํ้าฝน", true), ("ปัญญ์ชลี", true), ("ทิฏฺฐิ", true), ("เอื้อเฟื้อ", true),
            ("ะทดสอบ", false), ("่ทดสอบ", false), ("ท่่อง", false), ("ทดสอบเ", false), ("เเก้ว", false), ("กิีต", false),
            ("แ ทด", false), ("ท์่", false), ("เาทด", false),
        ])
    func marksHaveTheirLetters(_ name: String, _ isOrdered: Bool) {
        #expect(ThaiSpelling.isOrdered(name) == isOrdered)
    }

    @Test(
        arguments: [
            // Born on 15 April: eight years from the birthday that follows, less a day or not, or six.
            ("25660601", "25750414", true), ("25660601", "25750415", true), ("25660415", "25740414", true),
            ("25660415", "25750414", true), ("25500601", "25570414", true), ("25500601", "25560601", true),
            ("25660601", "99999999", true), ("25660601", "25740531", true), ("25660600", "25740531", true),
            ("25660601", "25730414", false), ("25660601", "25740530", false), ("25660601", "25760601", false),
            ("25660601", "25670601", false),
        ])
    func cardsLiveAsLongAsTheLawSays(_ issue: String, _ expiry: String, _ isUsual: Bool) {
        var card = Self.good
        card.card.issueDate = .value(PartialDate(raw: issue))
        card.card.expiryDate = .value(PartialDate(expiry: expiry))
        #expect(!Self.codes(card).contains("validity-span") == isUsual)
        // Other people's cards have other terms.
        card.card.citizenID = CitizenID("6000000000000").map { .value($0) } ?? .blank
        #expect(!Self.codes(card).contains("validity-span"))
    }

    @Test func areaIsThatOfTheDayOfIssue() throws {
        var card = Self.good
        card.card.address = .value(
            Address([.subdistrict: "แขวงบางนา", .district: "เขตบางนา", .province: "กรุงเทพมหานคร"]))
        let late = try #require(card.findings.first { $0.check.code == "area-unknown" })
        #expect(late.json["detail"] == ["area": "104701", "ended": "2022-04-22", "successors": ["104702", "104703"]])
        card.card.issueDate = .value(PartialDate(raw: "25650421"))
        let early = try #require(card.findings.first { $0.check.code == "area-abolished" })
        #expect(early.words.thai.contains("แขวงบางนาเหนือ") && early.words.thai.contains("แขวงบางนาใต้"))
        card.card.issueDate = .blank
        #expect(Self.codes(card).contains("area-abolished"))
    }

    @Test func findingSaysWhatAndWhereInBothLanguages() throws {
        let finding = try #require(Self.sample.findings.first { $0.check.code == "area-unknown" })
        #expect(finding.text(in: .english) == "Warning: Address: The list of areas has no district of this name.")
        #expect(finding.text(in: .thai) == "ควรตรวจสอบ: ที่อยู่: ไม่มีอำเภอหรือเขตชื่อนี้ในทะเบียนพื้นที่ปกครอง")
        #expect(finding.json["detail"] == ["part": "district"])
    }

    @Test func schemaNamesEveryCode() throws {
        let text = Schema.record.text
        let schema = try #require(JSONValue(parsing: Array(text.utf8)))
        let items = schema["properties"]?["checks"]?["items"]?["properties"]
        #expect(items?["code"]?["examples"] == .array(Check.all.map { .string($0.code) }))
        #expect(items?["severity"]?["enum"] == .array(Check.Severity.allCases.map { .string($0.rawValue) }))
    }

    @Test func codesAreUniqueAndFieldsAreThere() {
        #expect(Set(Check.all.map(\.code)).count == Check.all.count)
        for check in Check.all { #expect(Field.named(check.field) != nil, "\(check.code)") }
    }

    @Test func nothingIsFoundInACardThatWasNotRead() {
        let empty = CheckedCard(Record(read: Self.read, card: IDCard(), fields: []))
        #expect(Self.codes(empty) == [])
    }

    @Test func whatIsMaskedIsNotLookedAt() {
        var card = SampleCard.card
        card.citizenID = CitizenID("9000000000014").map { .value($0) } ?? .blank
        let whole = CheckedCard(Record(read: Self.read, card: card, fields: Field.all))
        let masked = CheckedCard(Record(read: Self.read, card: card, fields: Field.all, for: .masked))
        #expect(Self.codes(whole).filter { $0.hasPrefix("id-") } == ["id-check", "id-class-9", "id-office"])
        #expect(Self.codes(masked).filter { $0.hasPrefix("id-") } == [])
    }

    @Test func recordWhosePhotoIsElsewhereIsCheckedBySizes() throws {
        let json = Record(read: Self.read, card: Self.good.card, fields: Field.all).json
        let without = Self.replacing(json, "base64", by: nil)
        #expect(try Self.codes(CheckedCard(json: without, on: Self.good.day)) == [])
        let large = Self.replacing(without, "height", by: .integer(20_000))
        #expect(try Self.codes(CheckedCard(json: large, on: Self.good.day)) == ["photo-header", "photo-shape"])
        #expect(throws: RecordSyntaxError.self) { try CheckedCard(json: ["schema": "thaiid.record/1"], on: nil) }
    }

    /// A record with a member of its photo put in another's place, or left out.
    private static func replacing(_ record: JSONValue, _ name: String, by value: JSONValue?) -> JSONValue {
        guard case .object(let members) = record else { return record }
        return .object(
            members.compactMap { member in
                if member.name == name { return value.map { .init(name: name, value: $0) } }
                guard ["card", "photo"].contains(member.name) else { return member }
                return .init(name: member.name, value: replacing(member.value, name, by: value))
            })
    }
}
