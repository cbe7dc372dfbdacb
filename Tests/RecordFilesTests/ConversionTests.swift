import CardRecord
import Foundation
import Testing
import ThaiIDCard

@testable import RecordFiles

/// Records that pass from files into a target, and those that do not.
@Suite final class ConversionTests {
    private let file = FileManager.default.temporaryDirectory.appendingPathComponent(
        "thaiid-tests-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: file) }

    private static let record = """
        {"schema":"thaiid.record/1","read":{"at":"2026-11-23T09:41:07+07:00","source":"reader","reader":null,\
        "atr":"3B00","exchanges":1,"milliseconds":1},"card":{"citizenID":"1000000000009"}}
        """

    /// Counts what it gets, of which it has one thing to say.
    private struct Counter: RecordTarget {
        private(set) var count = 0
        private(set) var isFinished = false

        mutating func put(_ record: JSONRecord) -> [Bilingual] {
            count += 1
            return [Bilingual("นับ", "counted")]
        }

        mutating func flush() {}
        mutating func finish() { isFinished = true }
    }

    private func input(_ lines: String...) throws -> RecordInput {
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: file)
        return RecordInput(files: [file.path])
    }

    @Test func everyRecordIsPutAndToldOf() throws {
        var target = Counter()
        var shares: [Double?] = []
        let outcome = try Conversion(input: input(Self.record, "", Self.record), skipsBad: false).run(into: &target) {
            if case .put(_, let share) = $0 { shares.append(share) }
        }
        #expect(target.count == 2)
        #expect(target.isFinished)
        #expect(shares.count == 2)
        #expect(shares.last == 1.0)
        #expect(outcome.leftOut == 0)
        #expect(outcome.notes.map(\.text.english) == ["counted"])
        #expect(outcome.notes.map(\.count) == [2])
    }

    @Test func lineThatIsNoRecordEndsItUnlessSuchAreLeftOut() throws {
        var target = Counter()
        let input = try self.input(Self.record, "{}", Self.record)
        let bad = RecordFilesError.badRecord(file: file.path, line: 2, key: "schema")
        #expect(throws: bad) { _ = try Conversion(input: input, skipsBad: false).run(into: &target) { _ in } }
        #expect(target.count == 1)
        #expect(!target.isFinished)

        var causes: [RecordFilesError] = []
        let outcome = try Conversion(input: input, skipsBad: true).run(into: &target) {
            if case .leftOut(_, let cause) = $0 { causes.append(cause) }
        }
        #expect(causes == [bad])
        #expect(outcome.leftOut == 1)
        #expect(target.count == 3)
        #expect(target.isFinished)
    }

    @Test func onlyRecordIsTheOneThatThereIs() throws {
        #expect(try input(Self.record).only().citizenID == "1000000000009")
        #expect(throws: RecordFilesError.severalRecords(file: file.path)) {
            _ = try input(Self.record, Self.record).only()
        }
        #expect(throws: RecordFilesError.notRecord(file: file.path, key: "JSON")) { _ = try input("").only() }
        #expect(throws: RecordFilesError.notRecord(file: file.path, key: "JSON")) { _ = try input("no").only() }
    }
}
