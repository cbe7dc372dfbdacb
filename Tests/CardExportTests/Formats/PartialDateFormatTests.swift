import Testing
import ThaiIDCard

@testable import CardFormats
@testable import CardRecord

/// A birth that is not wholly known is no better known in any format, save where the format's
/// dictionary says what to write, and then with a note.
@Suite struct PartialDateFormatTests {
    private func output(_ format: CardFormat, _ fixture: String) throws -> (text: String, notes: [Bilingual]) {
        var options = FormatOptions()
        options.hospitalCode = "00000"
        let record = JSONRecord(try #require(Fixture.all.first { $0.name == fixture }).record())
        let formatted = try format.bytes(of: record, options)
        return (String(decoding: formatted.bytes, as: UTF8.self), formatted.notes)
    }

    @Test(
        arguments: [
            ("ordinary", "1990-04-15"), ("month-only-birth", "1958-07"), ("year-only-birth", "1946"),
            ("blank-expiry", nil), ("impossible-date", nil),
        ])
    func patientIsBornWhenTheCardSays(_ fixture: String, _ date: String?) throws {
        let patient = try #require(JSONValue(parsing: Array(try output(.fhir, fixture).text.utf8)))
        #expect(patient["birthDate"] == date.map(JSONValue.string))
    }

    @Test(
        arguments: [
            ("ordinary", "BDAY:19900415\r\n"), ("month-only-birth", "BDAY:1958-07\r\n"),
            ("year-only-birth", "BDAY:1946\r\n"),
        ])
    func contactIsBornWhenTheCardSays(_ fixture: String, _ line: String) throws {
        #expect(try output(.vcard, fixture).text.contains(line))
    }

    @Test(arguments: ["blank-expiry", "impossible-date"])
    func unknownBirthIsLeftOutOfAContact(_ fixture: String) throws {
        #expect(try !output(.vcard, fixture).text.contains("BDAY"))
    }

    @Test(
        arguments: [
            ("ordinary", "19900415", false), ("month-only-birth", "19580701", true),
            ("year-only-birth", "19460101", true),
            ("blank-expiry", "", false), ("impossible-date", "", false),
        ])
    func personHasTheDictionarysDate(_ fixture: String, _ date: String, _ isNoted: Bool) throws {
        let (text, notes) = try output(.person43, fixture)
        #expect(text.split(separator: "|", omittingEmptySubsequences: false)[9] == date)
        #expect(notes.count == (isNoted ? 2 : 1))
    }

    /// The number outlives the card, whatever its dates.
    @Test(arguments: ["lifelong", "ordinary", "blank-expiry"])
    func numberHasNoPeriod(_ fixture: String) throws {
        let patient = try #require(JSONValue(parsing: Array(try output(.fhir, fixture).text.utf8)))
        guard case .array(let identifiers)? = patient["identifier"] else {
            throw FormatError.lacks(field: "identifier")
        }
        #expect(identifiers.first?["period"] == nil)
        #expect(identifiers.first?["system"] == "https://terms.sil-th.org/id/th-cid")
    }
}
