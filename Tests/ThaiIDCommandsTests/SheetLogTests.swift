import ArgumentParser
import CardFormats
import CardRecord
import Foundation
import Host
import SheetRequest
import TestSupport
import Testing
import ThaiIDCard

@testable import ThaiIDCommands

/// Lines of the log of sheets.
@Suite struct SheetLogLineTests {
    private func job() throws -> SheetJob {
        let options = [
            "--purpose=library", "--audit=0000-0000-00", "--at=2026-11-23T09:41:07+07:00", "--operator=desk 2",
        ]
        return try SheetOptions.parse(options + ["--preset=hotel", "--mask"]).job(Configuration())
    }

    @Test func lineOfASheet() throws {
        let line = SheetLogLine.issued(try job(), copies: 2, printer: "office", file: nil, holder: "ab")
        #expect(
            line.json(at: "2026-11-23T09:41:08+07:00").line == """
                {"schema":"thaiid.sheet-log/1","event":"issued","at":"2026-11-23T09:41:08+07:00","audit":"0000-0000-00",\
                "sheetAt":"2026-11-23T09:41:07+07:00","purpose":"library","sections":["id","names","address","issuer"],\
                "masked":true,"printer":"office","copies":2,"file":null,"operator":"desk 2","holder":"ab"}
                """)
    }

    @Test func lineOfAFileAloneHasNoCopies() throws {
        let line = SheetLogLine.issued(try job(), copies: 1, printer: nil, file: .png, holder: nil).json(at: "t")
        #expect([line["printer"], line["copies"], line["holder"]] == [.null, .null, .null])
        #expect(line["file"] == "png")
    }

    @Test func lineOfAFailure() throws {
        let line = SheetLogLine.failed(try job().request.audit, code: "write").json(at: "t").line
        #expect(
            line == #"{"schema":"thaiid.sheet-log/1","event":"failed","at":"t","audit":"0000-0000-00","code":"write"}"#)
    }
}

/// The log's file, and its key's.
@Suite struct SheetLogTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func linesAreAddedAtTheEnd() throws {
        let log = SheetLog(path: folder.path("log"))
        try log.check()
        #expect(folder.contents("log") == "")
        try log.append("one")
        try log.append("สอง")
        #expect(folder.contents("log") == "one\nสอง\n")
        #expect(try folder.mode("log") == 0o600)
    }

    @Test(arguments: ["/dev/full", "/nonexistent/log", "/"])
    func logThatCannotBeWrittenIsAnError(_ path: String) throws {
        let error = try #require(throws: ToolError.self) { try SheetLog(path: path).append("line") }
        #expect(error.identity.exit == 23)
    }

    @Test func keyIsMadeOnceAndForItsOwnerAlone() throws {
        let first = try LogKey(file: folder.path("key")).hash("1000000000009")
        #expect(try LogKey(file: folder.path("key")).hash("1000000000009") == first)
        #expect(try LogKey(file: folder.path("other")).hash("1000000000009") != first)
        #expect(try folder.mode("key") == 0o600)
        #expect(FileManager.default.contents(atPath: folder.path("key"))?.count == 32)
    }

    /// Test case 2 of RFC 4231.
    @Test func hashIsHMACOfSHA256() {
        #expect(
            LogKey(Array("Jefe".utf8)).hash("what do ya want for nothing?")
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }

    @Test func keyThatEverybodyReadsIsRefused() throws {
        _ = try LogKey(file: folder.path("key"))
        try FileManager.default.setAttributes([.posixPermissions: 0o604], ofItemAtPath: folder.path("key"))
        #expect(throws: ToolError.refused(.logKeyOpen(folder.path("key")))) { try LogKey(file: folder.path("key")) }
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path("key"))
        #expect(throws: Never.self) { try LogKey(file: folder.path("key")) }
    }

    @Test func keyThatIsGuessedIsRefused() throws {
        try OutputFile(path: folder.path("key"), replaces: false).write(Array(repeating: 1, count: 15))
        #expect(throws: ToolError.refused(.logKeyShort(folder.path("key"), least: 16))) {
            try LogKey(file: folder.path("key"))
        }
    }

    @Test func keyThatIsNoneSaysWhy() throws {
        try OutputFile(path: folder.path("key"), replaces: false).write(Array(repeating: 1, count: 4_097))
        #expect(throws: ToolError.document(.noKey(file: folder.path("key"), reason: "File too large"))) {
            try LogKey(file: folder.path("key"))
        }
    }

    @Test func logWithoutAKeyIsRefused() throws {
        let options = try LogOptions.parse(["--log", folder.path("log")])
        #expect(throws: ToolError.refused(.logKeyMissing)) { try options.register(Configuration()) }
        #expect(try LogOptions.parse([]).register(Configuration()) == nil)
        #expect(folder.contents("log") == nil)
    }
}
