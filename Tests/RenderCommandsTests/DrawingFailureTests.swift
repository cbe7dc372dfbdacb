import CardPortrait
import CardRecord
import CardSheet
import CardWorkbook
import Testing
import ThaiIDCard

@testable import RenderCommands

/// Why nothing was drawn, as the program says it and as `thaiid` reads it.
@Suite struct DrawingFailureTests {
    static let failures: [DrawingFailure] =
        [
            .internal("x"), .noCommandLine, .notArguments, .argumentNotText(2), .usage("wrong \u{1B}[2J"),
            .notRecord(key: "JSON"), .badLine(7, key: "citizenID"), .unreadable(reason: "r"), .tooLarge(limit: 9),
            .write(reason: "full\n\"disk\""), .purposeMissing, .purposeTooLong(limit: 200), .holdsCitizenID,
            .fontMissing("Loma"), .issuerUnreadable(file: "f", reason: "r"), .issuerNotText(file: "f"),
            .issuerTooLong(lines: 4, columns: 80), DrawingFailure(WorkbookError.tooManyRecords(limit: 5)),
            DrawingFailure(WorkbookError.tooManyPhotos(limit: 5)), DrawingFailure(WorkbookError.tooLong(column: "a")),
            .notPage(key: "blocks.3"), DrawingFailure(SheetError.tooManyPages(limit: 400)),
            DrawingFailure(WorkbookError.notWritten(reason: "r")),
        ] + PortraitAbsence.allCases.map { .noPortrait(.init($0)) }

    @Test func everyProblemIsAmongThem() {
        #expect(Set(Self.failures.map(\.problem)) == Set(DrawingFailure.Problem.allCases))
    }

    @Test(arguments: failures)
    func isReadAsItIsTold(_ failure: DrawingFailure) {
        let report = ErrorReport(failure)
        #expect(DrawingFailure(line: report.json.line.utf8) == failure)
        #expect(report.json["exit"] == .integer(Int(failure.kind.exit)))
    }

    /// Every text and number that belongs to it stands in its words.
    @Test(arguments: failures)
    func isSaidWhole(_ failure: DrawingFailure) {
        let words = failure.words
        for said in [words.problem.thai + words.remedy.thai, words.problem.english + words.remedy.english] {
            guard failure.problem != .noPortrait else { continue }
            for text in failure.texts { #expect(said.contains(text)) }
            for number in failure.numbers { #expect(said.contains("\(number)")) }
        }
        #expect(words.problem.thai != words.problem.english && !words.remedy.english.isEmpty)
    }

    @Test(arguments: [
        "", "It is broken.", "{}", #"{"schema":"thaiid.error/1","code":"usage","exit":64,"message":"m"}"#,
        #"{"code":"usage","detail":{"problem":"not-so","texts":[],"numbers":[]}}"#,
        #"{"code":"refused","detail":{"problem":"font-missing","texts":["x"],"numbers":[]}}"#,
        #"{"code":"usage","detail":{"problem":"font-missing"}}"#,
    ])
    func otherLinesAreNone(_ line: String) { #expect(DrawingFailure(line: line.utf8) == nil) }

    /// What lacks its texts is said all the same: the other program may be broken.
    @Test(arguments: DrawingFailure.Problem.allCases)
    func isSaidWithoutItsTexts(_ problem: DrawingFailure.Problem) {
        #expect(!DrawingFailure(problem).words.problem.english.isEmpty)
    }

    @Test func sheetsAndWorkbooksFailAsTheContractHasIt() {
        #expect(DrawingFailure(SheetError.purposeMissing).kind == .refused)
        #expect(DrawingFailure(SheetError.fontMissing("Loma")).kind == .usage)
        #expect(DrawingFailure(SheetError.noPortrait(.damaged)).kind == .recording)
        #expect(DrawingFailure(SheetError.outOfMemory).kind == .internal)
        #expect(DrawingFailure(WorkbookError.library(code: 3)).words.problem.english.contains("xlsx 3"))
        #expect(DrawingFailure(WorkbookError.tooManyPhotos(limit: 1)).kind == .limit)
    }
}
