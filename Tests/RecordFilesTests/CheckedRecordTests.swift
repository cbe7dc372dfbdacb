import CardFormats
import CardRecord
import Foundation
import Testing
import ThaiIDCard

@testable import RecordFiles

/// Records that go out with what the checks found in them.
@Suite struct CheckedRecordTests {
    private static let line = """
        {"schema":"thaiid.record/1","read":{"at":"2026-11-23T09:41:07+07:00","source":"reader","reader":null,\
        "atr":"3B00","exchanges":1,"milliseconds":1},"card":{"sex":{"raw":"3","value":"unknown"}},"states":{},\
        "more":[1],"checks":[{"code":"of-old"}],"warnings":[]}
        """

    private func output(_ format: CardFormat, checks: Bool, _ language: Language = .english) throws -> String {
        var options = FormatOptions()
        options.language = language
        let formatter = RecordFormatter(format: .written(format), options: options, checks: checks) { _ in }
        let record = try #require(try JSONRecord.reading(line: Array(Self.line.utf8)))
        return String(decoding: try formatter.bytes(of: record).bytes, as: UTF8.self)
    }

    private static let found = """
        "checks":[{"code":"sex-value","severity":"error","field":"sex",\
        "message":"The sex is neither 1 (male) nor 2 (female)."}]
        """

    @Test(arguments: [CardFormat.json.name, CardFormat.ndjson.name])
    func jsonHasThemAtItsEndAndNoOlderOnes(_ name: String) throws {
        let format = try #require(CardFormat.named(name))
        let output = try output(format, checks: true)
        #expect(output.hasSuffix("\"more\":[1],\"warnings\":[],\(Self.found)}\n") && !output.contains("of-old"))
        #expect(try self.output(format, checks: false) == Self.line + "\n")
    }

    @Test func textHasThemBelow() throws {
        let plain = try output(.text, checks: false)
        #expect(
            try output(.text, checks: true) == plain + "\nError: Sex: The sex is neither 1 (male) nor 2 (female).\n")
        #expect(try output(.text, checks: true, .thai).hasSuffix("\nผิดพลาด: เพศ: รหัสเพศไม่ใช่ 1 (ชาย) หรือ 2 (หญิง)\n"))
    }

    @Test func formatsWithoutAPlaceForThemSaySo() {
        #expect(OutputFormat.all.filter(\.showsChecks).map(\.name) == ["text", "json", "ndjson"])
    }
}
