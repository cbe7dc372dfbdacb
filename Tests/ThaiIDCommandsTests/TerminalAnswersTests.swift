import DrawingProgram
import SheetRequest
import Testing

@testable import ThaiIDCommands

/// What terminals answer, and what that means.
@Suite struct TerminalAnswersTests {
    private static let kitty = "\u{1B}_Gi=31;OK\u{1B}\\"
    private static let iterm = "\u{1B}[ITERM2 3.5.0n"

    private func mode(_ answer: String) -> PortraitMode? { PortraitMode(TerminalAnswers(Array(answer.utf8))) }

    @Test(
        arguments: [
            (kitty + "\u{1B}[?62;c", .kitty), (kitty + "\u{1B}[?62;4c", .kitty), (iterm + "\u{1B}[?62;4c", .iterm),
            ("\u{1B}[?62;4;22c", .sixel), ("\u{1B}[?64;1;2;4c", .sixel), ("\u{1B}[?62;22c", nil), ("\u{1B}[?6c", nil),
            ("\u{1B}[?4;6c", nil), ("\u{1B}[?62;14;42c", nil), ("\u{1B}_Gi=31;ENOTSUP:no\u{1B}\\\u{1B}[?62c", nil),
            ("\u{1B}_Gi=30;OK\u{1B}\\", nil), ("", nil), ("typed ahead", nil), ("abc" + kitty, .kitty),
        ] as [(String, PortraitMode?)])
    func answerNamesWhatTheTerminalCanDo(_ answer: String, _ expected: PortraitMode?) {
        #expect(mode(answer) == expected)
    }

    @Test func nothingMoreIsWaitedForAfterTheLastAnswer() {
        let whole = Array((Self.kitty + Self.iterm + "\u{1B}[?62;4c").utf8)
        #expect(TerminalAnswers(whole).isComplete)
        for count in whole.indices { #expect(!TerminalAnswers(Array(whole[..<count])).isComplete) }
    }
}
