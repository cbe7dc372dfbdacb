import Testing
import ThaiIDCard

@testable import CardFormats
@testable import CardRecord

/// The photo goes out as it came.
@Suite struct PhotoFormatTests {
    @Test(arguments: Fixture.readable)
    func photoIsTheCardsOwn(_ fixture: Fixture) throws {
        let record = try fixture.record()
        for record in [JSONRecord(record), try JSONRecord(json: record.json)] {
            guard let photo = try fixture.record().card.photo.value else {
                #expect(throws: FormatError.lacks(field: "photo")) {
                    try CardFormat.photo.bytes(of: record, FormatOptions())
                }
                continue
            }
            #expect(try CardFormat.photo.bytes(of: record, FormatOptions()).bytes == photo.jpeg)
        }
    }

    @Test func whatIsNoBase64IsNoPhoto() throws {
        let photo: JSONValue = [
            "type": "image/jpeg", "width": .null, "height": .null, "bytes": .integer(1), "sha256": "", "base64": "&",
        ]
        let record = try JSONRecord(json: JSONRecordTests.json(["photo": photo]))
        #expect(throws: FormatError.lacks(field: "photo")) { try CardFormat.photo.bytes(of: record, FormatOptions()) }
    }
}
