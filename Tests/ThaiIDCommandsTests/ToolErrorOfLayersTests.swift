import AuditLog
import CardSources
import Host
import Testing

@testable import ThaiIDCommands

/// What it means for whoever runs the tool that a file is not what a layer below wants of it.
@Suite struct ToolErrorOfLayersTests {
    @Test(
        arguments: [
            (.file(.tooLarge("f", limit: 9)), .recording(.tooLarge(file: "f", limit: 9))),
            (.unrecognised("f"), .recording(.unrecognised(file: "f"))),
            (.notRecord("f", key: "sex"), .recording(.notRecord(file: "f", key: "sex"))),
            (.notEncodable("f", field: "issuer"), .recording(.notEncodable(file: "f", field: "issuer"))),
        ] as [(CardFileError, ToolError)])
    func fileThatIsNoCard(_ error: CardFileError, _ meaning: ToolError) {
        #expect(ToolError(error) == meaning)
    }

    @Test(
        arguments: [
            (.notMade(.link("f")), .refused(.link("f"))),
            (.unreadable("f", .tooLarge), .document(.noKey(file: "f", reason: "File too large"))),
            (.openToAll("f"), .refused(.logKeyOpen("f"))),
            (.short("f", least: 16), .refused(.logKeyShort("f", least: 16))),
        ] as [(KeyFileError, ToolError)])
    func fileThatIsNoKey(_ error: KeyFileError, _ meaning: ToolError) {
        #expect(ToolError(error) == meaning)
    }
}
