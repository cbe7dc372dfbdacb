import RegisterProgram
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// What people are told of a record that the register has saved.
@Suite struct RegisterWordsTests {
    static let answers =
        SaveAnswer.Outcome.allCases.map { SaveAnswer($0) }
        + SaveAnswer.Flag.allCases.map { SaveAnswer(.known, flags: [$0]) }
        + Field.all.map { SaveAnswer(.changed, changed: [$0.key]) }

    @Test(arguments: answers)
    func isSaidInOneLineOfEitherLanguage(_ answer: SaveAnswer) {
        let line = RegisterWords.line(answer)
        #expect(line.english.allSatisfy { $0.isASCII || $0 == "·" } && !line.english.contains("\n"))
        #expect(line.thai.unicodeScalars.contains { ("\u{E01}"..."\u{E5B}").contains($0) } && !line.thai.contains("\n"))
    }

    @Test func eachIsSaidInItsOwnWords() {
        for language in Language.allCases {
            let lines = Self.answers.map { RegisterWords.line($0)[language] }
            #expect(Set(lines).count == lines.count)
        }
    }

    @Test func aChangeThatIsNamedIsSaidOnce() {
        let all = SaveAnswer(
            .changed, changed: [Field.nameThai.key, Field.address.key],
            flags: [.nameChanged, .addressChanged, .expired])
        #expect(
            RegisterWords.line(all).english == "Register: known, changed: Name (Thai), Address · the card has expired")
        let before = SaveAnswer(.known, flags: [.nameChanged])
        #expect(
            RegisterWords.line(before).english
                == "Register: known, nothing has changed · the name has changed before")
    }
}
