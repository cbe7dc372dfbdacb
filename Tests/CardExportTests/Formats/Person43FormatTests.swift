import Testing
import ThaiIDCard

@testable import CardFormats
@testable import CardRecord

/// The rules of the data dictionary for PERSON.
@Suite struct Person43FormatTests {
    private var options: FormatOptions {
        var options = FormatOptions()
        options.hospitalCode = "00000"
        return options
    }

    @Test(arguments: Fixture.readable)
    func rowFollowsTheDictionary(_ fixture: Fixture) throws {
        let head = String(decoding: try CardFormat.person43.head(options), as: UTF8.self)
        let formatted = try CardFormat.person43.bytes(of: JSONRecord(try fixture.record()), options)
        let row = String(decoding: formatted.bytes, as: UTF8.self)
        #expect(head.hasSuffix("\r\n") && row.hasSuffix("\r\n"))
        let names = head.dropLast().split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        let values = row.dropLast().split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        #expect(names.count == 33 && values.count == 33)
        let person = Dictionary(uniqueKeysWithValues: zip(names, values))
        #expect(person["HOSPCODE"] == "00000" && person["CID"].flatMap { CitizenID($0) } != nil)
        #expect(person["SEX"].map { ["1", "2", ""].contains($0) } == true)
        #expect(person["BIRTH"].map { [0, 8].contains($0.count) && $0.allSatisfy(\.isNumber) } == true)
        #expect(person["D_UPDATE"].map { $0.count == 14 && $0.allSatisfy(\.isNumber) } == true)
        let filled = Set(person.filter { !$0.value.isEmpty }.keys)
        #expect(filled.isSubset(of: ["HOSPCODE", "CID", "NAME", "LNAME", "SEX", "BIRTH", "D_UPDATE"]))
        let left = names.filter { !filled.contains($0) }.joined(separator: ", ")
        #expect(formatted.notes.map(\.english).contains("Left empty, to be filled in: \(left)."))
    }

    /// A bar with a Thai mark on it is one character, and still a bar to whoever reads the file.
    @Test(arguments: [("ก|ข", "ก ข"), ("ก|\u{0E34}ข", "ก \u{0E34}ข"), ("||\u{0E49}|", "  \u{0E49} ")])
    func nameEndsNoColumn(_ name: String, _ written: String) throws {
        let record = try JSONRecord(
            json: JSONRecordTests.json([
                "citizenID": "1000000000009",
                "nameThai": ["title": .null, "first": .string(name), "middle": .null, "last": "x", "full": "x"],
            ]))
        let row = String(decoding: try CardFormat.person43.bytes(of: record, options).bytes, as: UTF8.self)
        #expect(row.hasPrefix("00000|1000000000009||||\(written)|x||"))
    }

    @Test(arguments: [
        ("2026-11-23T09:41:07+07:00", "20261123094107"), ("2026-11-23", ""), ("2026-11-23T๐๙:๔๑:๐๗", ""),
        ("2026-11-23 soon", ""),
    ])
    func timeIsWholeOrNotThere(_ time: String, _ written: String) throws {
        let read = JSONRecordTests.read.changing("at") { _ in .string(time) }
        let json = JSONRecordTests.json(["citizenID": "1000000000009"]).changing("read") { _ in read }
        let row = try CardFormat.person43.bytes(of: try JSONRecord(json: json), options).bytes
        #expect(String(decoding: row, as: UTF8.self).hasSuffix("|\(written)||\r\n"))
    }

    @Test func hospitalHasToBeNamed() throws {
        #expect(throws: FormatError.needs(option: "hospital-code")) {
            try CardFormat.person43.head(FormatOptions())
        }
    }

    @Test func maskedNumberIsLeftOut() throws {
        let record = try JSONRecord(json: JSONRecordTests.json(["citizenID": "x-xxxx-xxxxx-00-9"]))
        let formatted = try CardFormat.person43.bytes(of: record, options)
        #expect(String(decoding: formatted.bytes, as: UTF8.self).hasPrefix("00000||"))
        #expect(formatted.notes.contains(.withoutNumber))
    }

    @Test func noNumberIsNoPerson() throws {
        let record = try JSONRecord(json: JSONRecordTests.json(["citizenID": .null]))
        #expect(throws: FormatError.lacks(field: "citizenID")) {
            try CardFormat.person43.bytes(of: record, options)
        }
    }
}
