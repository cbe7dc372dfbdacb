import Foundation
import Host
import Testing

@testable import RecordFiles

/// Lines of any length, of which none is held that is longer than a record can be.
@Suite(.serialized) final class InputLinesTests {
    private let file = FileManager.default.temporaryDirectory.appendingPathComponent(
        "thaiid-tests-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: file) }

    private func lines(_ text: [UInt8]) throws -> [Int?] {
        try Data(text).write(to: file)
        var lines = try InputLines(file.path)
        var lengths: [Int?] = []
        while let line = try lines.next(beforeWaiting: {}) {
            if case .whole(let bytes) = line { lengths.append(bytes.count) } else { lengths.append(nil) }
        }
        return lengths
    }

    @Test func lastLineNeedsNoEnd() throws {
        #expect(try lines([]) == [])
        #expect(try lines(Array("a".utf8)) == [1])
        #expect(try lines(Array("a\n".utf8)) == [1])
        #expect(try lines(Array("\n\nab\r\n".utf8)) == [0, 0, 3])
    }

    @Test(arguments: [1, 1 << 16 - 1, 1 << 16, 1 << 16 + 1, InputLines.longest])
    func lineIsWholeWhereverTheSystemBreaksIt(_ count: Int) throws {
        let line = [UInt8](repeating: 0x78, count: count)
        #expect(try lines(line + [0x0A] + line + [0x0A, 0x79]) == [count, count, 1])
    }

    @Test(arguments: [InputLines.longest + 1, InputLines.longest * 3])
    func lineThatIsTooLongIsPassedOver(_ count: Int) throws {
        let line = [UInt8](repeating: 0x78, count: count)
        #expect(try lines([0x61, 0x0A] + line + [0x0A, 0x62, 0x0A]) == [1, nil, 1])
        #expect(try lines(line) == [nil])
    }

    @Test(arguments: ["/nowhere/at/all", ""])
    func whatIsNoFileIsAnError(_ path: String) {
        #expect(throws: RecordFilesError.file(.unreadable(path, .missing))) { _ = try InputLines(path) }
    }

    @Test func folderIsAnErrorToo() throws {
        var lines = try InputLines("/")
        do throws(RecordFilesError) {
            _ = try lines.next(beforeWaiting: {})
            Issue.record("a folder has no lines")
        } catch {
            guard case .file(.unreadable("/", _)) = error else { throw error }
        }
    }
}
