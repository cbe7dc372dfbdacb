import DrawingProgram
import Host
import Testing

@testable import ThaiIDCommands

/// What the machine refuses, in the words of the contract.
@Suite struct ToolErrorOfHostTests {
    @Test(arguments: [
        (FileFailure.exists("f"), ToolError.refused(.exists("f"))),
        (.link("f"), .refused(.link("f"))),
        (.notFile("f"), .write(to: "f", reason: "not a regular file")),
        (.tooLarge("f", limit: 9), .recording(.tooLarge(file: "f", limit: 9))),
        (.unreadable("f", .missing), .recording(.unreadable(file: "f", reason: "No such file or directory"))),
        (.unwritable("f", .noSpace), .write(to: "f", reason: "No space left on device")),
    ])
    func failureOfAFileHasItsError(_ failure: FileFailure, _ error: ToolError) {
        #expect(ToolError(failure) == error)
        #expect(throws: error) { try asToolError(try Self.fail(failure)) }
    }

    private static func fail(_ failure: FileFailure) throws(FileFailure) { throw failure }

    @Test func drawingThatTakesTooLongIsNoDrawingProgramThatIsMissing() {
        #expect(ToolError(DrawingProgramError(.limit, limit: .seconds(10))) == .document(.slowRenderer(seconds: 10)))
        let missing = DrawingProgramError(.notStarted(.missing), limit: .seconds(10))
        #expect(ToolError(missing) == .document(.noRenderer))
    }
}
