import CardFormats
import CardRecord
import DrawingProgram
import Host
import RecordFiles
import Testing

@testable import ThaiIDCommands

/// What keeps records from files and the drawing program from drawing, in the words of the contract.
@Suite struct ToolErrorOfRecordFilesTests {
    @Test(arguments: [
        (RecordFilesError.file(.exists("f")), ToolError.refused(.exists("f"))),
        (.drawing(.missing), .document(.noRenderer)),
        (.format(.lacks(field: "photo")), .recording(.lacksField("photo"))),
        (.format(.needs(option: "hospital-code")), .optionMissing("hospital-code")),
        (.nameless(template: "{date}"), .recording(.lacksField("{date}"))),
        (.badRecord(file: "f", line: 3, key: "k"), .recording(.badRecord(file: "f", line: 3, key: "k"))),
        (.notRecord(file: "f", key: "k"), .recording(.notRecord(file: "f", key: "k"))),
        (.severalRecords(file: "f"), .refused(.severalForSheet("f"))),
        (.holdsOne(format: "photo"), .refused(.severalRecords(format: "photo"))),
        (.noRecord, .recording(.noRecord)),
    ])
    func recordsThatStayWhereTheyAre(_ cause: RecordFilesError, _ error: ToolError) {
        #expect(ToolError(cause) == error)
    }

    @Test(arguments: [
        (DrawingProgramError.missing, ToolError.document(.noRenderer)),
        (.slow(.seconds(10)), .document(.slowRenderer(seconds: 10))),
        (.broken(status: 77), .document(.brokenRenderer(status: 77))),
        (.refused(.purposeMissing), .document(.refused(.purposeMissing))),
        (.notDrawn(exit: 23, words: ["It is full."]), .document(.notDrawn(exit: 23, words: ["It is full."]))),
        (.notTaken(.unwritable("f", .noSpace)), .write(to: "f", reason: "No space left on device")),
    ])
    func drawingThatIsNotThere(_ cause: DrawingProgramError, _ error: ToolError) {
        #expect(ToolError(cause) == error)
    }
}
