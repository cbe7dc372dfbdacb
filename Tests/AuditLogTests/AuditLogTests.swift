import AuditLog
import CardRecord
import Foundation
import Host
import TestSupport
import Testing

/// The log's file, and its key's.
@Suite struct AuditLogTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func linesAreAddedAtTheEnd() throws {
        let log = AuditLog(path: folder.path("log"), key: LogKey([1]))
        try log.check()
        #expect(folder.contents("log") == "")
        try log.append("one")
        try log.append("สอง")
        #expect(folder.contents("log") == "one\nสอง\n")
        #expect(try folder.mode("log") == 0o600)
    }

    @Test(arguments: ["/dev/full", "/nonexistent/log", "/"])
    func logThatCannotBeWrittenIsAnError(_ path: String) throws {
        let error = try #require(throws: FileFailure.self) { try AuditLog(path: path, key: LogKey([1])).append("line") }
        guard case .unwritable(path, _) = error else {
            Issue.record("\(error)")
            return
        }
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
        #expect(throws: KeyFileError.openToAll(folder.path("key"))) { try LogKey(file: folder.path("key")) }
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path("key"))
        #expect(throws: Never.self) { try LogKey(file: folder.path("key")) }
    }

    @Test func keyThatIsGuessedIsRefused() throws {
        try OutputFile(path: folder.path("key"), replaces: false).write(Array(repeating: 1, count: 15))
        #expect(throws: KeyFileError.short(folder.path("key"), least: 16)) {
            try LogKey(file: folder.path("key"))
        }
    }

    @Test func keyThatIsNoneSaysWhy() throws {
        try OutputFile(path: folder.path("key"), replaces: false).write(Array(repeating: 1, count: 4_097))
        #expect(throws: KeyFileError.unreadable(folder.path("key"), .tooLarge)) {
            try LogKey(file: folder.path("key"))
        }
    }

    @Test(arguments: [("1000000000009", true), ("xxxxxxxxx0009", false), ("100000000000", false)])
    func holderIsNamedByAWholeNumberAlone(_ citizenID: String, _ isNamed: Bool) {
        let key = LogKey(Array("Jefe".utf8))
        let record: JSONValue = ["card": ["citizenID": .string(citizenID)]]
        let holder = AuditLog(path: "log", key: key).holder(of: record)
        #expect(holder == (isNamed ? key.hash(citizenID) : nil))
        #expect(AuditLog(path: "log", key: key).holder(of: ["card": [:]]) == nil)
    }
}
