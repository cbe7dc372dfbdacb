import CardFormats
import CardRecord
import Testing
import ThaiIDCard

/// Members of a record that this version does not know come out of a conversion as they went in.
struct UnknownMemberTests {
    private static let unknown =
        #"{"f":1.50,"e":-2E-07,"big":123456789012345678901234567890,"zero":-0,"deep":[[{"null":null}],true],"text":"ก\"\\"}"#

    private static func line(_ members: String, spaced: Bool) throws -> String {
        let record = Record(
            read: Record.Read(
                at: "2026-11-23T09:41:07+07:00", source: .virtual, reader: nil, atr: "3B00", exchanges: 1,
                milliseconds: 1), card: IDCard(), fields: [Field.named("citizenID")].compactMap { $0 })
        let end = try #require(record.json.line.last)
        return record.json.line.dropLast() + "," + (spaced ? " " : "") + members + String(end)
    }

    @Test(arguments: [false, true])
    func theySurvive(_ spaced: Bool) throws {
        let line = try Self.line(#""later":\#(Self.unknown)"#, spaced: spaced)
        let record = try #require(try JSONRecord.reading(line: Array(line.utf8)))
        let written = String(decoding: record.line, as: UTF8.self)
        #expect(written == line.replacing(", \"later\"", with: ",\"later\"") + "\n")
    }

    @Test func theySurviveWithinAnEvent() throws {
        let line = try Self.line(#""later":\#(Self.unknown)"#, spaced: false)
        let event = #"{"schema":"thaiid.event/1","event":"card.read","at":"","reader":"","record":\#(line)}"#
        let record = try #require(try JSONRecord.reading(line: Array(event.utf8)))
        #expect(String(decoding: record.line, as: UTF8.self) == line + "\n")
    }

    @Test func theyDoNotKeepARecordFromBeingUnderstood() throws {
        let line = try Self.line(#""later":\#(Self.unknown)"#, spaced: false)
        let record = try #require(try JSONRecord.reading(line: Array(line.utf8)))
        #expect(try record.model().read.exchanges == 1)
    }
}
