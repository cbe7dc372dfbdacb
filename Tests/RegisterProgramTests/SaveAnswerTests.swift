import CardRecord
import Testing
import ThaiIDCard

@testable import RegisterProgram

/// What is taken from the register's answers and refusals.
@Suite struct SaveAnswerTests {
    @Test func answerComesBackAsItWas() {
        for outcome in SaveAnswer.Outcome.allCases {
            let answer = SaveAnswer(
                outcome, changed: [Field.nameThai.key, Field.address.key], flags: SaveAnswer.Flag.allCases)
            #expect(SaveAnswer(answer.json.utf8Line) == answer)
        }
    }

    @Test(arguments: [
        "", "saved", "[]", "{}", #"{"outcome":"merged","changed":["shoeSize",1],"flags":["new-flag"]}"#, "\n\n",
    ])
    func whatIsNotUnderstoodIsSavedAllTheSame(_ answer: String) {
        #expect(SaveAnswer(Array(answer.utf8)) == SaveAnswer(.saved))
    }

    @Test func onlyTheLastLineIsTheAnswer() {
        #expect(SaveAnswer(Array("a library speaks\n{\"outcome\":\"new\"}\n".utf8)) == SaveAnswer(.new))
    }

    private static func report(_ kind: FailureKind) -> ErrorReport {
        ErrorReport(
            kind,
            Words(
                Bilingual("ไม่ได้", "No."), Bilingual("ขอสิทธิ์", "Ask for it."), listing: ["thaiid register pending"]))
    }

    @Test(arguments: FailureKind.allCases)
    func reportComesBackInBothLanguages(_ kind: FailureKind) {
        let report = Self.report(kind)
        #expect(ErrorReport(line: report.bilingualJSON.line.utf8) == report)
        let english = ErrorReport(line: report.json.line.utf8)
        #expect(english?.words.problem == Bilingual(kind.meaning.thai, "No."))
        #expect(english?.words.listing == ["thaiid register pending"])
    }

    @Test(arguments: [
        "", "not-allowed", #"{"schema":"thaiid.error/1","code":"not-allowed","exit":28,"message":"No."}"#,
        #"{"schema":"thaiid.error/1","code":"unheard-of","exit":27,"message":"No."}"#,
        #"{"schema":"thaiid.error/2","code":"not-allowed","exit":27,"message":"No."}"#,
    ])
    func nothingElseIsAReport(_ line: String) {
        #expect(ErrorReport(line: line.utf8) == nil)
    }

    /// A disk, a slow register or one that is away may do better by themselves; all else is for a person.
    @Test func onlySomeFailuresPass() {
        let passing = FailureKind.allCases.filter { RegisterProgramError.refused(Self.report($0)).isPassing }
        #expect(passing == [.write, .timeout, .noRegister])
        #expect(passing == FailureKind.allCases.filter { RegisterProgramError.broken(status: $0.exit).isPassing })
        #expect(RegisterProgramError.broken(status: nil).isPassing)
        #expect(!RegisterProgramError.broken(status: 77).isPassing)
        #expect(RegisterProgramError.missing.isPassing && RegisterProgramError.slow(.seconds(30)).isPassing)
    }
}
