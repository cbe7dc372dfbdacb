import ArgumentParser
import CardExport
import Foundation
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
        let line = SheetLogLine.failed(try job().audit, code: "write").json(at: "t").line
        #expect(
            line == #"{"schema":"thaiid.sheet-log/1","event":"failed","at":"t","audit":"0000-0000-00","code":"write"}"#)
    }
}

/// The log's file, and its key's.
@Suite final class SheetLogTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("thaiid-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private func contents(_ name: String) -> String? {
        FileManager.default.contents(atPath: path(name)).map { String(decoding: $0, as: UTF8.self) }
    }

    private func mode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
    }

    @Test func linesAreAddedAtTheEnd() throws {
        let log = SheetLog(path: path("log"))
        try log.check()
        #expect(contents("log") == "")
        try log.append("one")
        try log.append("สอง")
        #expect(contents("log") == "one\nสอง\n")
        #expect(try mode("log") == 0o600)
    }

    @Test(arguments: ["/dev/full", "/nonexistent/log", "/"])
    func logThatCannotBeWrittenIsAnError(_ path: String) throws {
        let error = try #require(throws: ToolError.self) { try SheetLog(path: path).append("line") }
        #expect(error.identity.exit == 23)
    }

    @Test func keyIsMadeOnceAndForItsOwnerAlone() throws {
        let first = try LogKey(file: path("key")).hash("1000000000009")
        #expect(try LogKey(file: path("key")).hash("1000000000009") == first)
        #expect(try LogKey(file: path("other")).hash("1000000000009") != first)
        #expect(try mode("key") == 0o600)
        #expect(FileManager.default.contents(atPath: path("key"))?.count == 32)
    }

    /// Test case 2 of RFC 4231.
    @Test func hashIsHMACOfSHA256() {
        #expect(
            LogKey(Array("Jefe".utf8)).hash("what do ya want for nothing?")
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }

    @Test func keyThatEverybodyReadsIsRefused() throws {
        _ = try LogKey(file: path("key"))
        try FileManager.default.setAttributes([.posixPermissions: 0o604], ofItemAtPath: path("key"))
        #expect(throws: ToolError.refused(.logKeyOpen(path("key")))) { try LogKey(file: path("key")) }
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path("key"))
        #expect(throws: Never.self) { try LogKey(file: path("key")) }
    }

    @Test func keyThatIsGuessedIsRefused() throws {
        try OutputFile(path: path("key"), replaces: false).write(Array(repeating: 1, count: 15))
        #expect(throws: ToolError.refused(.logKeyShort(path("key"), least: 16))) { try LogKey(file: path("key")) }
    }

    @Test func keyThatIsNoneSaysWhy() throws {
        try OutputFile(path: path("key"), replaces: false).write(Array(repeating: 1, count: 4_097))
        #expect(throws: ToolError.document(.noKey(file: path("key"), reason: "File too large"))) {
            try LogKey(file: path("key"))
        }
    }

    @Test func logWithoutAKeyIsRefused() throws {
        let options = try LogOptions.parse(["--log", path("log")])
        #expect(throws: ToolError.refused(.logKeyMissing)) { try options.register(Configuration()) }
        #expect(try LogOptions.parse([]).register(Configuration()) == nil)
        #expect(contents("log") == nil)
    }
}
