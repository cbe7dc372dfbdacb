import ArgumentParser
import AuditLog
import SheetRequest
import TestSupport
import Testing

@testable import ThaiIDCommands

/// What `thaiid sheet` hands to the log.
@Suite struct LogOptionsTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func logWithoutAKeyIsRefused() throws {
        let options = try LogOptions.parse(["--log", folder.path("log")])
        #expect(throws: ToolError.refused(.logKeyMissing)) { try options.log(Configuration()) }
        #expect(try LogOptions.parse([]).log(Configuration()) == nil)
        #expect(folder.contents("log") == nil)
    }

    @Test func sheetIsNamedInTheWordsOfTheContract() throws {
        let options = [
            "--purpose=library", "--audit=0000-0000-00", "--at=2026-11-23T09:41:07+07:00", "--operator=desk 2",
        ]
        let job = try SheetOptions.parse(options + ["--preset=hotel", "--mask"]).job(Configuration())
        let sheet = IssuedSheet(job, copies: 2, printer: "office", file: .png, holder: "ab")
        #expect([sheet.audit, sheet.at, sheet.purpose] == ["0000-0000-00", "2026-11-23T09:41:07+07:00", "library"])
        #expect(sheet.sections == ["id", "names", "address", "issuer"] && sheet.isMasked && sheet.copies == 2)
        #expect([sheet.operator, sheet.printer, sheet.file, sheet.holder] == ["desk 2", "office", "png", "ab"])
    }
}
