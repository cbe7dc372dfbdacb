import Foundation
import Testing

@testable import ThaiIDCommands

/// Files are whole, for their owner's eyes only, or not there at all.
@Suite(.serialized) final class OutputFileTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("thaiid-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private func mode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
    }

    private func contents(_ name: String) -> String? {
        FileManager.default.contents(atPath: path(name)).map { String(decoding: $0, as: UTF8.self) }
    }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }

    @Test(arguments: [0o000, 0o022, 0o077, 0o777])
    func fileIsItsOwnersUnderAnyMask(_ mask: Int) throws {
        let before = umask(mode_t(mask))
        defer { umask(before) }
        try OutputFile(path: path("new"), replaces: false).write(Array("one".utf8))
        #expect(try mode("new") == 0o600)
        #expect(contents("new") == "one")
        try OutputFile(path: path("new"), replaces: true).write(Array("two".utf8))
        #expect(try mode("new") == 0o600)
        #expect(contents("new") == "two")
        #expect(try names == ["new"])
    }

    @Test func existingFileIsRefused() throws {
        try Data("old".utf8).write(to: folder.appendingPathComponent("old"))
        let file = OutputFile(path: path("old"), replaces: false)
        #expect(throws: ToolError.refused(.exists(path("old")))) { try file.check() }
        #expect(throws: ToolError.refused(.exists(path("old")))) { try file.write([1]) }
        #expect(contents("old") == "old")
        #expect(try names == ["old"])
    }

    @Test func existingFileIsReplacedByForceAndLosesItsOldMode() throws {
        try Data("old".utf8).write(to: folder.appendingPathComponent("old"))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path("old"))
        let file = OutputFile(path: path("old"), replaces: true)
        try file.check()
        try file.write(Array("new".utf8))
        #expect(contents("old") == "new")
        #expect(try mode("old") == 0o600)
    }

    @Test func symbolicLinkIsReplacedNotFollowed() throws {
        try Data("target".utf8).write(to: folder.appendingPathComponent("target"))
        try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: path("target"))
        #expect(throws: ToolError.refused(.exists(path("link")))) {
            try OutputFile(path: path("link"), replaces: false).write([1])
        }
        try OutputFile(path: path("link"), replaces: true).write(Array("new".utf8))
        #expect(contents("target") == "target")
        #expect(contents("link") == "new")
        #expect(throws: (any Error).self) {
            try FileManager.default.destinationOfSymbolicLink(atPath: self.path("link"))
        }
    }

    @Test func danglingLinkIsNoWayOut() throws {
        try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: path("elsewhere"))
        #expect(throws: ToolError.refused(.exists(path("link")))) {
            try OutputFile(path: path("link"), replaces: false).write([1])
        }
        #expect(try names == ["link"])
    }

    /// A device that is replaced is gone for everybody.
    @Test(arguments: [false, true])
    func whatIsNoFileIsNotReplaced(_ isLinked: Bool) throws {
        #expect(mkfifo(path("pipe"), 0o600) == 0)
        if isLinked {
            try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: path("pipe"))
        }
        let file = OutputFile(path: path(isLinked ? "link" : "pipe"), replaces: true)
        let refusal = ToolError.write(to: file.path, reason: "not a regular file")
        #expect(throws: refusal) { try file.check() }
        #expect(throws: refusal) { try file.write([1]) }
        #expect(try names == (isLinked ? ["link", "pipe"] : ["pipe"]))
    }

    @Test func nothingIsLeftWhereTheFolderIsMissing() throws {
        for replaces in [false, true] {
            let file = OutputFile(path: path("none/new"), replaces: replaces)
            #expect(throws: ToolError.self) { try file.check() }
            let error = #expect(throws: ToolError.self) { try file.write([1]) }
            #expect(error?.identity.code == "write")
        }
        #expect(try names == [])
    }

    @Test func nothingIsLeftWhereAFolderStandsInTheWay() throws {
        try FileManager.default.createDirectory(atPath: path("folder/inner"), withIntermediateDirectories: true)
        let error = #expect(throws: ToolError.self) {
            try OutputFile(path: self.path("folder"), replaces: true).write([1])
        }
        #expect(error?.identity.code == "write")
        #expect(try names == ["folder"])
        #expect(throws: ToolError.refused(.exists(path("folder")))) {
            try OutputFile(path: path("folder"), replaces: false).check()
        }
    }

    @Test func nameThatIsTooLongLeavesNothing() throws {
        let error = #expect(throws: ToolError.self) {
            try OutputFile(path: self.path(String(repeating: "x", count: 300)), replaces: true).write([1])
        }
        #expect(error?.identity.code == "write")
        #expect(try names == [])
    }

    @Test func largeAndEmptyFilesAreWhole() throws {
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
        try OutputFile(path: path("large"), replaces: false).write(bytes)
        #expect(FileManager.default.contents(atPath: path("large")) == Data(bytes))
        try OutputFile(path: path("empty"), replaces: false).write([])
        #expect(contents("empty") == "")
    }

    @Test func freeNameIsAccepted() throws {
        try OutputFile(path: path("free"), replaces: false).check()
        #expect(try names == [])
    }
}

/// Files that are handed to the tool, never read beyond a limit.
@Suite struct InputFileTests {
    @Test func fileIsReadUpToItsLimit() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("thaiid-tests-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let bytes = [UInt8](repeating: 7, count: 200_000)
        try Data(bytes).write(to: file)
        #expect(try InputFile.read(file.path, limit: 200_000) == bytes)
        #expect(throws: ToolError.recording(.tooLarge(file: file.path, limit: 199_999))) {
            try InputFile.read(file.path, limit: 199_999)
        }
    }

    @Test(arguments: ["/", "/nowhere/at/all", ""])
    func whatIsNoFileIsAnError(_ path: String) {
        let error = #expect(throws: ToolError.self) { try InputFile.read(path, limit: 10) }
        #expect(error?.identity.code == "recording")
    }

    @Test func endlessFileIsLeft() {
        #expect(throws: ToolError.recording(.tooLarge(file: "/dev/zero", limit: 1 << 20))) {
            try InputFile.read("/dev/zero", limit: 1 << 20)
        }
    }
}
