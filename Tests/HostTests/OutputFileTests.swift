import Foundation
import TestSupport
import Testing

@testable import Host

/// Files are whole, for their owner's eyes only, or not there at all.
@Suite(.serialized) struct OutputFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: [0o000, 0o022, 0o077, 0o777])
    func fileIsItsOwnersUnderAnyMask(_ mask: Int) throws {
        let before = umask(mode_t(mask))
        defer { umask(before) }
        try OutputFile(path: folder.path("new"), replaces: false).write(Array("one".utf8))
        #expect(try folder.mode("new") == 0o600)
        #expect(folder.contents("new") == "one")
        try OutputFile(path: folder.path("new"), replaces: true).write(Array("two".utf8))
        #expect(try folder.mode("new") == 0o600)
        #expect(folder.contents("new") == "two")
        #expect(try folder.names == ["new"])
    }

    @Test func existingFileIsRefused() throws {
        try Data("old".utf8).write(to: folder.url.appendingPathComponent("old"))
        let file = OutputFile(path: folder.path("old"), replaces: false)
        #expect(throws: FileFailure.exists(folder.path("old"))) { try file.check() }
        #expect(throws: FileFailure.exists(folder.path("old"))) { try file.write([1]) }
        #expect(folder.contents("old") == "old")
        #expect(try folder.names == ["old"])
    }

    @Test func existingFileIsReplacedByForceAndLosesItsOldMode() throws {
        try Data("old".utf8).write(to: folder.url.appendingPathComponent("old"))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder.path("old"))
        let file = OutputFile(path: folder.path("old"), replaces: true)
        try file.check()
        try file.write(Array("new".utf8))
        #expect(folder.contents("old") == "new")
        #expect(try folder.mode("old") == 0o600)
    }

    @Test func symbolicLinkIsNeitherReplacedNorFollowed() throws {
        try Data("target".utf8).write(to: folder.url.appendingPathComponent("target"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("link"), withDestinationPath: folder.path("target"))
        #expect(throws: FileFailure.exists(folder.path("link"))) {
            try OutputFile(path: folder.path("link"), replaces: false).write([1])
        }
        let file = OutputFile(path: folder.path("link"), replaces: true)
        #expect(throws: FileFailure.link(file.path)) { try file.check() }
        #expect(throws: FileFailure.link(file.path)) { try file.write(Array("new".utf8)) }
        #expect(folder.contents("target") == "target")
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link")) == folder.path("target"))
        #expect(try folder.names == ["link", "target"])
    }

    @Test func danglingLinkIsNoWayOut() throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("link"), withDestinationPath: folder.path("elsewhere"))
        #expect(throws: FileFailure.exists(folder.path("link"))) {
            try OutputFile(path: folder.path("link"), replaces: false).write([1])
        }
        #expect(throws: FileFailure.link(folder.path("link"))) {
            try OutputFile(path: folder.path("link"), replaces: true).write([1])
        }
        #expect(try folder.names == ["link"])
    }

    /// A device that is replaced is gone for everybody.
    @Test(arguments: [false, true])
    func whatIsNoFileIsNotReplaced(_ isLinked: Bool) throws {
        #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
        if isLinked {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("link"), withDestinationPath: folder.path("pipe"))
        }
        let file = OutputFile(path: folder.path(isLinked ? "link" : "pipe"), replaces: true)
        let refusal = FileFailure.notFile(file.path)
        #expect(throws: refusal) { try file.check() }
        #expect(throws: refusal) { try file.write([1]) }
        #expect(try folder.names == (isLinked ? ["link", "pipe"] : ["pipe"]))
    }

    @Test func nothingIsLeftWhereTheFolderIsMissing() throws {
        for replaces in [false, true] {
            let file = OutputFile(path: folder.path("none/new"), replaces: replaces)
            #expect(throws: FileFailure.self) { try file.check() }
            let error = #expect(throws: FileFailure.self) { try file.write([1]) }
            #expect(error?.isOfWriting == true)
        }
        #expect(try folder.names == [])
    }

    @Test func nothingIsLeftWhereAFolderStandsInTheWay() throws {
        try FileManager.default.createDirectory(atPath: folder.path("folder/inner"), withIntermediateDirectories: true)
        let error = #expect(throws: FileFailure.self) {
            try OutputFile(path: folder.path("folder"), replaces: true).write([1])
        }
        #expect(error?.isOfWriting == true)
        #expect(try folder.names == ["folder"])
        #expect(throws: FileFailure.exists(folder.path("folder"))) {
            try OutputFile(path: folder.path("folder"), replaces: false).check()
        }
    }

    @Test func nameThatIsTooLongLeavesNothing() throws {
        let error = #expect(throws: FileFailure.self) {
            try OutputFile(path: folder.path(String(repeating: "x", count: 300)), replaces: true).write([1])
        }
        #expect(error?.isOfWriting == true)
        #expect(try folder.names == [])
    }

    @Test func largeAndEmptyFilesAreWhole() throws {
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
        try OutputFile(path: folder.path("large"), replaces: false).write(bytes)
        #expect(FileManager.default.contents(atPath: folder.path("large")) == Data(bytes))
        try OutputFile(path: folder.path("empty"), replaces: false).write([])
        #expect(folder.contents("empty") == "")
    }

    @Test func freeNameIsAccepted() throws {
        try OutputFile(path: folder.path("free"), replaces: false).check()
        #expect(try folder.names == [])
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
        #expect(throws: FileFailure.tooLarge(file.path, limit: 199_999)) {
            try InputFile.read(file.path, limit: 199_999)
        }
    }

    @Test(arguments: ["/", "/nowhere/at/all", ""])
    func whatIsNoFileIsAnError(_ path: String) {
        let error = #expect(throws: FileFailure.self) { try InputFile.read(path, limit: 10) }
        #expect(error?.isOfReading == true)
    }

    @Test func endlessFileIsLeft() {
        #expect(throws: FileFailure.tooLarge("/dev/zero", limit: 1 << 20)) {
            try InputFile.read("/dev/zero", limit: 1 << 20)
        }
    }
}

extension FileFailure {
    fileprivate var isOfWriting: Bool { if case .unwritable = self { true } else { false } }
    fileprivate var isOfReading: Bool { if case .unreadable = self { true } else { false } }
}
