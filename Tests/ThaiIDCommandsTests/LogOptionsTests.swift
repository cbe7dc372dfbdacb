import ArgumentParser
import AuditLog
import DeskConfig
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
        #expect(throws: ToolError.refused(.logKeyMissing)) { try options.log(try Settings(desk: "")) }
        #expect(try LogOptions.parse([]).log(try Settings(desk: "")) == nil)
        #expect(folder.contents("log") == nil)
    }

    @Test func settledLogIsTheOneWhereNoneIsSaid() throws {
        let (log, key) = (folder.path("log"), folder.path("key"))
        let desk = try Settings(desk: "log = \"\(log)\"\nlog-key = \"\(key)\"")
        try #require(try LogOptions.parse([]).log(desk)).append("{}")
        #expect(folder.contents("log") == "{}\n" && folder.contents("key") != nil)
        try #require(try LogOptions.parse(["--log", folder.path("other")]).log(desk)).append("{}")
        #expect(folder.contents("other") == "{}\n")
    }

    @Test func sheetIsNamedInTheWordsOfTheContract() throws {
        let options = [
            "--purpose=library", "--audit=0000-0000-00", "--at=2026-11-23T09:41:07+07:00", "--operator=desk 2",
        ]
        let job = try SheetOptions.parse(options + ["--preset=hotel", "--mask"]).job(try Settings(desk: ""))
        let sheet = IssuedSheet(job, copies: 2, printer: "office", file: .png, holder: "ab")
        #expect([sheet.audit, sheet.at, sheet.purpose] == ["0000-0000-00", "2026-11-23T09:41:07+07:00", "library"])
        #expect(sheet.sections == ["id", "names", "address", "issuer"] && sheet.isMasked && sheet.copies == 2)
        #expect([sheet.operator, sheet.printer, sheet.file, sheet.holder] == ["desk 2", "office", "png", "ab"])
    }
}
