import Testing
import ThaiIDCard

@testable import CardFormats
@testable import CardRecord

/// A masked record passes through every format, off a card and out of its JSON, and nowhere gives the number away.
@Suite struct MaskedRecordTests {
    private static let fixtures = ["health", "ordinary", "lifelong"].compactMap { name in
        Fixture.readable.first { $0.name == name }
    }

    private func output(_ format: CardFormat, _ record: JSONRecord) throws -> (text: String, notes: [Bilingual]) {
        var options = FormatOptions()
        options.hospitalCode = "00007"
        options.columns = Column.all
        let formatted = try format.bytes(of: record, options)
        // What is no text is looked through for the digits all the same.
        return (String(decoding: try format.head(options) + formatted.bytes, as: UTF8.self), formatted.notes)
    }

    private func masked(_ fixture: Fixture) throws -> (whole: Record, masked: Record) {
        let whole = try fixture.record()
        return (whole, Record(read: whole.read, card: whole.card, fields: whole.fields, for: .masked))
    }

    @Test func fixturesAreThere() { #expect(!Self.fixtures.isEmpty) }

    @Test(arguments: CardFormat.all.map(\.name), fixtures)
    func everyFormatTakesItAndSaysTheSame(_ name: String, _ fixture: Fixture) throws {
        let format = try #require(CardFormat.named(name))
        let (whole, masked) = try masked(fixture)
        let fromCard = try output(format, JSONRecord(masked))
        let fromJSON = try output(format, try JSONRecord(json: masked.json))
        #expect(fromCard.text == fromJSON.text && fromCard.notes == fromJSON.notes)
        let numbers = [whole.card.citizenID.value?.digits, whole.card.issuerCode.value].compactMap { $0 }
        #expect(numbers.count == 2)
        for number in numbers {
            let digits = fromCard.text.filter { !" -".contains($0) }
            #expect(!fromCard.text.contains(number) && !digits.contains(number))
        }
    }

    @Test(arguments: ["fhir", "person43", "nhso-card-only", "moph", "medhis", "medhis-ce", "go-smc"], fixtures)
    func whereOnlyTheWholeNumberMeansAnythingItIsLeftOut(_ name: String, _ fixture: Fixture) throws {
        let format = try #require(CardFormat.named(name))
        let (whole, masked) = try masked(fixture)
        let output = try output(format, JSONRecord(masked))
        #expect(!output.text.contains("x-xxxx"))
        let said = try self.output(format, JSONRecord(whole)).notes
        #expect(output.notes.contains { !said.contains($0) })
    }

    @Test(arguments: fixtures)
    func nothingThatIsMaskedIsBehindTheRecord(_ fixture: Fixture) throws {
        let (whole, masked) = try masked(fixture)
        #expect(masked.card.citizenID == .notRead && masked.card.issuerCode == .notRead)
        #expect(masked.card.nameThai == whole.card.nameThai && masked.card.warnings == whole.card.warnings)
        let again = try Record(json: masked.json)
        #expect(again.json == masked.json)
        #expect(again.card.citizenID == .notRead)
    }

    @Test(arguments: fixtures)
    func hiddenFieldIsAsIfNobodyHadAsked(_ fixture: Fixture) throws {
        let whole = try fixture.record()
        let hidden = Field.rows(Field.birthDate, Field.photo)
        let shown = Record(read: whole.read, card: whole.card, fields: whole.fields, for: .desk.hiding(hidden))
        let keys = Set(hidden.map(\.key))
        let less = whole.fields.filter { !keys.contains($0.key) }
        #expect(shown.fields.map(\.key) == less.map(\.key))
        #expect(shown.card.birthDate == .notRead && shown.card.photo == .notRead)
        #expect(shown.json["card"]?["birthDate"] == nil && shown.json["card"]?["photo"] == nil)
        #expect(shown.card.citizenID == whole.card.citizenID)
        #expect(!shown.card.warnings.contains { keys.contains($0.field) })
    }

    @Test(arguments: ["x-xxxx-xxxxx-00-9", "x-xxxx-xxxxx-12-3"])
    func maskedNumberIsReadAsItIsWritten(_ text: String) { #expect(MaskedCitizenID(text)?.description == text) }

    @Test(
        arguments: [
            "", "1000000000009", "x-xxxx-xxxxx-00-", "x-xxxx-xxxxx-00-99", "x-xxxx-xxxxx-0-99", "X-xxxx-xxxxx-00-9",
            "x-xxxx-xxxxx-๐๐-๙", "x-xxxx-xxxxx-00-9 ", "1-xxxx-xxxxx-00-9",
        ])
    func anythingElseIsNoMaskedNumber(_ text: String) { #expect(MaskedCitizenID(text) == nil) }

    @Test func maskingKeepsThreeDigits() throws {
        let citizenID = try #require(CitizenID("1000000000009"))
        #expect(MaskedCitizenID(citizenID).description == citizenID.masked)
    }
}
