import CardRecord
import Foundation
import Testing
import ThaiIDCard

/// The table of failures, and the README and the schema that repeat it.
struct FailureKindTests {
    @Test func everyKindHasAWordAndAnExitStatusOfItsOwn() {
        let kinds = FailureKind.allCases
        #expect(Set(kinds.map(\.exit)).count == kinds.count)
        #expect(kinds.allSatisfy { $0.code.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
        #expect(kinds.map(\.exit) == kinds.map(\.exit).sorted())
        #expect(kinds.allSatisfy { FailureKind(exit: $0.exit) == $0 })
        #expect(FailureKind(exit: 0) == nil)
        #expect(FailureKind(exit: 130) == nil)
    }

    @Test(arguments: FailureKind.allCases)
    func everyKindIsSaidInBothLanguages(_ kind: FailureKind) {
        #expect(kind.meaning.english.allSatisfy { $0.isASCII })
        #expect(kind.meaning.thai.unicodeScalars.contains { ("\u{E01}"..."\u{E5B}").contains($0) })
    }

    @Test func theReadmeHasTheTable() throws {
        let rows = FailureKind.allCases.map { "| \($0.exit) | `\($0.code)` | \($0.meaning.english) |" }
        let table = ["| 0 | | done |"] + rows + ["| 130 | | interrupted |"]
        #expect(try Readme.lines.filter { $0.contains(/^\| \d+ \|/) } == table)
    }

    @Test func theSchemaHasTheTable() throws {
        let schema = try #require(JSONValue(parsing: Array(Schema.error.text.utf8)))
        let table = FailureKind.allCases.map { kind -> JSONValue in
            let meaning = kind.meaning.english
            return [
                "description": .string(meaning.prefix(1).uppercased() + meaning.dropFirst() + "."),
                "properties": [
                    "code": ["const": .string(kind.code)], "exit": ["const": .integer(Int(kind.exit))],
                ],
            ]
        }
        #expect(schema["oneOf"] == .array(table))
    }

    @Test func aReportIsEnglishForScriptsAndEitherForPeople() {
        let words = Words(Bilingual("ไม่มีบัตร", "No card."), Bilingual("เสียบบัตร", "Insert one."))
        let report = ErrorReport(.noCard, words, reader: "Reader 00")
        #expect(
            report.json.line
                == #"{"schema":"thaiid.error/1","code":"no-card","exit":14,"message":"No card.","#
                + #""remedy":"Insert one.","reader":"Reader 00"}"#)
        #expect(report.text(in: .thai) == "ไม่มีบัตร\n→ เสียบบัตร\n")
        #expect(report.text(in: .english) == "No card.\n→ Insert one.\n")
    }
}
