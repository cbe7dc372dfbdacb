import AuditLog
import Foundation
import TestSupport
import Testing

/// Checkpoints as text, and who can read them.
@Suite struct CheckpointTests {
    private static let signer = SampleLog.signer
    private static let checkpoint = Checkpoint(
        origin: signer.origin,
        heads: [
            .init(writer: 1, size: 1_000, hash: Array(repeating: 7, count: 32)),
            .init(writer: 3, size: 12, hash: Array(repeating: 8, count: 32)),
        ], at: SampleLog.start, previous: Array(repeating: 9, count: 32),
        remarks: [.fourEyesOff, .restarted, .other("ปิดปี")])

    /// Made by the first version: it is on paper, and must be verified for as long as there are auditors.
    private static let note = """
        thaiid-register/0192f0c1-6a00-7000-8000-000000000001
        1000
        BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=
        writer 1
        chain 3 12 CAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg=
        at 2026-11-23T01:00:00.000000Z
        previous CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=
        remark four-eyes off
        remark chain restarted
        remark ปิดปี

        \u{2014} thaiid-register/0192f0c1-6a00-7000-8000-000000000001 S8tni1ZwjZgZr3kF6TvwZBfzMtrIVIhpNu7Nq7wjJxHPV4X551DmA3gLS90jD6kkO8F5mkti2zf/shAHEMkr+41mXg4=

        """

    @Test func noteOfOldReadsAsEver() throws {
        #expect(try Checkpoint(note: Self.note, verifiedBy: Self.signer.publicKey) == Self.checkpoint)
    }

    @Test func noteSaysWhatItSays() throws {
        let note = Self.checkpoint.note(signedBy: Self.signer)
        #expect(note.hasPrefix(Self.note.components(separatedBy: "\n\n")[0] + "\n\n\u{2014} \(Self.signer.origin) "))
        #expect(try Checkpoint(note: note, verifiedBy: Self.signer.publicKey) == Self.checkpoint)
        let first = Checkpoint(
            origin: Self.signer.origin, heads: [.init(writer: 1, size: 1, hash: LogChain.start)], at: 0, previous: nil)
        #expect(try Checkpoint(note: first.note(signedBy: Self.signer), verifiedBy: Self.signer.publicKey) == first)
        #expect(Checkpoint.hash(of: note).count == 32)
    }

    @Test func remarkIsOneLine() throws {
        let odd = Checkpoint(
            origin: Self.signer.origin, heads: [], at: 0, previous: nil,
            remarks: [.other("a\nchain 1 5 x\r\n\u{2028}b"), .other("")])
        let read = try Checkpoint(note: odd.note(signedBy: Self.signer), verifiedBy: Self.signer.publicKey)
        #expect(read.remarks == [.other("a chain 1 5 x  b"), .other("")])
        #expect(read.heads == [.init(writer: 0, size: 0, hash: LogChain.start)])
    }

    @Test func eachChangedBitIsFound() {
        let bytes = Array(Self.note.utf8)
        let missed = (0..<bytes.count * 8).filter { bit in
            var changed = bytes
            changed[bit / 8] ^= 1 << (bit % 8)
            let note = String(decoding: changed, as: UTF8.self)
            return (try? Checkpoint(note: note, verifiedBy: Self.signer.publicKey)) != nil
        }
        #expect(missed == [])
    }

    @Test func nothingButTheWholeNoteIsRead() {
        let bytes = Array(Self.note.utf8)
        let read = (0..<bytes.count).filter { count in
            [bytes.prefix(count), bytes.suffix(count)].contains {
                (try? Checkpoint(note: String(decoding: $0, as: UTF8.self), verifiedBy: Self.signer.publicKey)) != nil
            }
        }
        #expect(read == [])
        #expect(throws: CheckpointError.malformed) {
            try Checkpoint(
                note: Self.note + String(repeating: "x", count: 1 << 16), verifiedBy: Self.signer.publicKey)
        }
    }

    @Test func signatureOfAnotherIsNone() throws {
        let forged = Self.checkpoint.note(signedBy: SampleLog.stranger)
        #expect(throws: CheckpointError.unsigned) {
            try Checkpoint(note: forged, verifiedBy: Self.signer.publicKey)
        }
        #expect(throws: CheckpointError.unsigned) { try Checkpoint(note: Self.note, verifiedBy: []) }
        // With a second signature, such as a witness's, the first still counts.
        let line = try #require(forged.split(separator: "\n").last)
        #expect(try Checkpoint(note: Self.note + line + "\n", verifiedBy: Self.signer.publicKey) == Self.checkpoint)
        let text = Self.note.replacing("1000\n", with: "1001\n")
        #expect(throws: CheckpointError.badSignature) { try Checkpoint(note: text, verifiedBy: Self.signer.publicKey) }
    }

    /// A program that is not ours: Python, and OpenSSL's Ed25519.
    @Test(.enabled(if: Verifier.isThere, "needs /usr/bin/python3 and openssl"))
    func othersVerifyIt() throws {
        let folder = try TemporaryFolder()
        let log = SampleLog(1_000)
        let note = try #require(log.notes.last)
        let lines = log.rows.map { $0.entry + "\n" }
        try lines.joined().write(toFile: folder.path("log"), atomically: true, encoding: .utf8)
        try note.write(toFile: folder.path("note"), atomically: true, encoding: .utf8)
        let key = Self.signer.verifierKey
        #expect(try Verifier.run([key, folder.path("note")]) == 0)
        #expect(try Verifier.run([key, folder.path("note"), folder.path("log")]) == 0)
        #expect(try Verifier.run([SampleLog.stranger.verifierKey, folder.path("note")]) == 1)
        #expect(try Verifier.run([key.replacing("thaiid", with: "thaild"), folder.path("note")]) == 1)
        try (lines[1] + lines[0] + lines.dropFirst(2).joined())
            .write(toFile: folder.path("log"), atomically: true, encoding: .utf8)
        #expect(try Verifier.run([key, folder.path("note"), folder.path("log")]) == 1)
        try lines.dropLast().joined().write(toFile: folder.path("log"), atomically: true, encoding: .utf8)
        #expect(try Verifier.run([key, folder.path("note"), folder.path("log")]) == 1)
        try note.replacing("\n1000\n", with: "\n1001\n")
            .write(toFile: folder.path("note"), atomically: true, encoding: .utf8)
        #expect(try Verifier.run([key, folder.path("note")]) == 1)
    }
}

/// `Documentation/verify-checkpoint.py`, as an auditor runs it.
private enum Verifier {
    private static let python = "/usr/bin/python3"

    static let isThere = [python, "/usr/bin/openssl"].allSatisfy(FileManager.default.isExecutableFile)

    static func run(_ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        let script = Fixtures.folder.deletingLastPathComponent().appendingPathComponent(
            "Documentation/verify-checkpoint.py")
        process.arguments = [script.path] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
